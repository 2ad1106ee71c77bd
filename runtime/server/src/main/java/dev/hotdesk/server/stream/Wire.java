package dev.hotdesk.server.stream;

import java.io.IOException;

/** An open connection to a browser. One thread at a time sends; any may close. */
public interface Wire {

  /** Sends one frame; blocks while the other side does not read. */
  void send(String frame) throws IOException;

  /** Whether the other side may still be there. */
  default boolean isOpen() {
    return true;
  }

  /** Closes the connection with a WebSocket close code. Does nothing if it is closed. */
  void close(int code, String reason);
}
