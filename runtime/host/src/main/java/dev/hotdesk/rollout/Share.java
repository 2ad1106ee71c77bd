package dev.hotdesk.rollout;

/**
 * The part of the conversations that a rollout's candidates serve. It depends on nothing but the
 * rollout and the conversation, so a conversation stays on its side; and whoever is in at a small
 * share is in at every greater one.
 *
 * @param rollout its id
 * @param percent of the conversations, 0 to 100
 * @param isShadow whether the candidates only listen
 */
public record Share(String rollout, int percent, boolean isShadow) {

  /** Whether the candidates serve this conversation. */
  public boolean has(String conversation) {
    return !isShadow && Math.floorMod(mixed(rollout + '\n' + conversation), 100) < percent;
  }

  /** Whether the candidates serve some, and others are served as before. */
  public boolean isPart() {
    return !isShadow && percent > 0 && percent < 100;
  }

  /** Whether the candidates serve everybody. */
  public boolean isWhole() {
    return !isShadow && percent >= 100;
  }

  /** Spreads the hash of a text, whose last digits alone are far from even. */
  private static int mixed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return (int) (hash >>> 32) ^ (int) hash;
  }
}
