package dev.hotdesk.server.plugins;

/**
 * Why a setting of a plugin will not do.
 *
 * @param key the setting; empty if it is all of them
 * @param found what there is
 * @param wanted what there should be
 */
public record Problem(String key, String found, String wanted) {

  /** As the middle of a sentence. */
  @Override
  public String toString() {
    return key.isEmpty()
        ? "%s; wanted %s".formatted(found, wanted)
        : "the setting %s is %s; wanted %s".formatted(key, found, wanted);
  }
}
