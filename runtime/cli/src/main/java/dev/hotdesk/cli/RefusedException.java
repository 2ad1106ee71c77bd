package dev.hotdesk.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The server refused, or what came back was not as it should be; the message says why. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonObject body;

  RefusedException(int status, String message) {
    this(status, message, JsonValue.EMPTY_JSON_OBJECT);
  }

  RefusedException(int status, String message, JsonObject body) {
    super(message);
    this.status = status;
    this.body = body;
  }

  /** What was said with it. */
  JsonObject body() {
    return body;
  }

  /** Whether one may not, or is not known. */
  boolean isForbidden() {
    return status == 401 || status == 403 || status == 429;
  }

  int status() {
    return status;
  }
}
