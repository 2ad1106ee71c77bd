package dev.hotdesk.server.stream;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.lang.reflect.Field;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in our words why a socket is closed, where the server would say it in its own: it names the
 * class of the endpoint to whoever breaks the protocol. There is no door for that (docs/adr/0129):
 * the reason that {@code onClose} is given is the one that is sent afterwards, so its words are
 * exchanged.
 */
public final class Parting {

  private static final Logger LOG = LoggerFactory.getLogger(Parting.class);
  private static final Optional<Field> WORDS = words();

  private Parting() {}

  /** To be called by {@code onClose}, which comes before the close frame is written. */
  public static void reword(CloseReason reason) {
    var ours = reason.getCloseCode() instanceof CloseCodes code ? ours(code) : "";
    if (ours.isEmpty() || reason.getReasonPhrase().isEmpty() || WORDS.isEmpty()) {
      return;
    }
    try {
      WORDS.get().set(reason, ours);
    } catch (IllegalAccessException e) {
      LOG.warn("A socket is closed in the server's words instead of ours: {}", e.toString());
    }
  }

  /** For the codes with which the server closes by itself; we never use them. */
  private static String ours(CloseCodes code) {
    return switch (code) {
      case PROTOCOL_ERROR -> "This was no WebSocket frame as RFC 6455 wants it.";
      case CANNOT_ACCEPT -> "Send text frames.";
      case NOT_CONSISTENT -> "This was no UTF-8; send text in UTF-8.";
      case TOO_BIG -> "This frame was too long; send shorter ones.";
      case UNEXPECTED_CONDITION -> "The socket broke; connect again and resume.";
      default -> "";
    };
  }

  private static Optional<Field> words() {
    try {
      var field = CloseReason.class.getDeclaredField("reasonPhrase");
      field.setAccessible(true);
      return Optional.of(field);
    } catch (NoSuchFieldException | RuntimeException e) {
      LOG.warn(
          "Sockets that break the protocol are closed in the server's words: {}", e.toString());
      return Optional.empty();
    }
  }
}
