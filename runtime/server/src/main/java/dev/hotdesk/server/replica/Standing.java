package dev.hotdesk.server.replica;

import java.time.Duration;

/** How a replica fares. */
public sealed interface Standing {

  /** It keeps up: what is read there is so old at the most. */
  record Following(Duration lag) implements Standing {}

  /** It is too far behind to be read. */
  record Behind(Duration lag) implements Standing {}

  /** It cannot be read. */
  record Gone(String why) implements Standing {}

  /** In a sentence; empty if all is well. */
  default String note() {
    return switch (this) {
      case Following _ -> "";
      case Behind(var lag) ->
          "The replica is " + lag.toSeconds() + " s behind, so this was read on the primary.";
      case Gone(var why) -> "The replica cannot be read (" + why + "), so the primary was.";
    };
  }
}
