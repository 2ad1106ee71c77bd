package dev.hotdesk.server.gateway;

import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Json;
import java.util.Optional;

/** What a customer's frame is answered with. */
sealed interface Answered {

  /** It is stored for good. */
  record Acknowledged(String id, long sequence, boolean duplicate) implements Answered {}

  /** The customer is known now. */
  record Identified(String customer) implements Answered {}

  /** Refused; the id may be empty. */
  record Refused(String code, String message, String id) implements Answered {}

  /** It was taken; there is nothing to say. */
  record Taken() implements Answered {}

  /** The answering frame. */
  default Optional<String> frame() {
    return switch (this) {
      case Acknowledged(var id, var sequence, var duplicate) ->
          Optional.of(Frames.ack(id, sequence, duplicate));
      case Identified(var customer) ->
          Optional.of(
              Json.write(json -> json.write("type", "identified").write("customer", customer)));
      case Refused(var code, var message, var id) -> Optional.of(Frames.error(code, message, id));
      case Taken() -> Optional.empty();
    };
  }
}
