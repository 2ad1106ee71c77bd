package dev.hotdesk.server.frame;

/** The frames that customers and operators have in common. */
public final class Frames {

  /** Are you there? */
  public static final String PING = "{\"type\":\"ping\"}";

  /** Here I am. */
  public static final String PONG = "{\"type\":\"pong\"}";

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

  /** Something was refused; the id may be empty. */
  public static String error(String code, String message, String id) {
    return Json.write(
        json -> {
          json.write("type", "error").write("code", code).write("message", message);
          if (!id.isEmpty()) {
            json.write("id", id);
          }
        });
  }

  /** The server goes down, or has no room. */
  public static String bye(long retryAfterMillis) {
    return Json.write(json -> json.write("type", "bye").write("retry_after_ms", retryAfterMillis));
  }
}
