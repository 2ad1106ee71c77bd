package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What plugins have found about a customer who waits. Whatever is not known yet is as usual. */
public interface Advice {

  /** Nobody has found anything. */
  Advice NONE =
      new Advice() {
        @Override
        public Waiter.Priority priority(Floor.Waiting waiting) {
          return Waiter.Priority.USUAL;
        }

        @Override
        public Optional<Waiter.Hold> hold(String conversation) {
          return Optional.empty();
        }

        @Override
        public List<Flag> flags(String conversation) {
          return List.of();
        }
      };

  /** Takes news of a conversation in: customers' words are looked at. Never waits. */
  default void take(Conversation now, List<Logged> entries) {}

  /** Tells this listener of whose conversation something was found. */
  default void whenFound(Consumer<String> listener) {}

  /** Whether a customer's messages are refused for a while. */
  default boolean isLimited(String conversation) {
    return false;
  }

  /** For or against serving somebody sooner. At hand, or as usual: never waits. */
  Waiter.Priority priority(Floor.Waiting waiting);

  /** Whether somebody should look at them first. */
  Optional<Waiter.Hold> hold(String conversation);

  /** What operators should be warned of. */
  List<Flag> flags(String conversation);

  /**
   * A warning.
   *
   * @param by who found it
   * @param reason what was found
   */
  record Flag(String by, dev.hotdesk.api.Text reason) {}
}
