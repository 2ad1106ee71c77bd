package dev.hotdesk.server.gateway;

import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.stream.Vitals;

/** What customers are told by the gateway itself, in the protocol's words. */
final class CustomerFrames {

  static final String TOO_MANY = "At most 20 frames a second.";

  private CustomerFrames() {}

  /** The log goes as far as {@code last}, and so does what follows. */
  static String welcome(String conversation, long last, String state) {
    return Json.write(
        json ->
            json.write("type", "welcome")
                .write("conversation", conversation)
                .write("seq", last)
                .write("state", state)
                .write("heartbeat", Vitals.HEARTBEAT));
  }

  /** This frame is refused, whatever it says. */
  static String tooMany(String frame) {
    return Frames.error("rate", TOO_MANY, Frame.idIn(frame));
  }
}
