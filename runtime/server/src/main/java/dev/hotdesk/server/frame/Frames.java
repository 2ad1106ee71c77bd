package dev.hotdesk.server.frame;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The frames that customers and operators have in common. */
public final class Frames {

  /** After how many milliseconds it is worth trying again, by the code of the refusal. */
  private static final Map<String, Integer> AGAIN =
      Map.of("busy", 1_000, "not_stored", 1_000, "rate", 1_000, "channel", 2_000);

  /** Are you there? */
  public static final String PING = "{\"type\":\"ping\"}";

  /** Here I am. */
  public static final String PONG = "{\"type\":\"pong\"}";

  /** What came was no text. */
  public static final String NOT_TEXT =
      error("malformed", "Send text frames; this one was binary.", "");

  private Frames() {}

  /** Something was done for good; the place in the log, if it has one. */
  public static String ack(String id, long sequence, boolean duplicate) {
    return Json.write(
        json -> {
          json.write("type", "ack").write("id", id);
          if (sequence > 0) {
            json.write("seq", sequence);
          }
          if (duplicate) {
            json.write("duplicate", true);
          }
        });
  }

  /** Something was refused; the id may be empty. Says when to come back, if that is worth it. */
  public static String error(String code, String message, String id) {
    return Json.write(
        json -> {
          json.write("type", "error").write("code", code).write("message", message);
          if (!id.isEmpty()) {
            json.write("id", id);
          }
          if (AGAIN.containsKey(code)) {
            json.write("retry_after_ms", AGAIN.getOrDefault(code, 0));
          }
        });
  }

  /** When it is worth trying again after a refusal with this code; empty if it is not. */
  public static Optional<Duration> retryAfter(String code) {
    return Optional.ofNullable(AGAIN.get(code)).map(Duration::ofMillis);
  }

  /** The server goes down, or has no room. */
  public static String bye(long retryAfterMillis) {
    return Json.write(json -> json.write("type", "bye").write("retry_after_ms", retryAfterMillis));
  }
}
