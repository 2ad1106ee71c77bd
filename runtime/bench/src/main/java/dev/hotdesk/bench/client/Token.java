package dev.hotdesk.bench.client;

import java.util.Map;

/** The key to one conversation. */
public record Token(String token, String conversation) {

  /**
   * Asks for one, as the widget does.
   *
   * @param former the token to renew, or empty for a new conversation
   */
  public static Token fetch(Web web, String origin, String former) {
    var body = former.isEmpty() ? Frame.body() : Frame.body("token", former);
    var answer = web.post("/api/customer/token", body, Map.of("Origin", origin)).orThrow().json();
    return new Token(answer.text("token"), answer.text("conversation"));
  }
}
