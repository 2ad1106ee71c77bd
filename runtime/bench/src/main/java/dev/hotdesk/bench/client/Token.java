package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.Map;

/** The key to one conversation. */
public record Token(String token, String conversation) {

  private static final int MOST_TRIES = 20;

  /**
   * Asks for one, as the widget does; asks again when told to come back later.
   *
   * @param former the token to renew, or empty for a new conversation
   * @throws RefusedException with the HTTP status as code
   */
  public static Token fetch(Web web, String origin, String former) {
    var body = former.isEmpty() ? Frame.body() : Frame.body("token", former);
    for (int left = MOST_TRIES; ; left--) {
      var answer = web.post("/api/customer/token", body, Map.of("Origin", origin));
      if (answer.status() != 429 || left == 0) {
        var given = answer.orThrow().json();
        return new Token(given.text("token"), given.text("conversation"));
      }
      pause(Integer.parseInt(answer.headers().getOrDefault("retry-after", "1")));
    }
  }

  private static void pause(int seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
