package dev.hotdesk.server.assignment;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.session.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desk, as far as it matters for who gets whom. Any thread; never blocks for long. */
public interface Floor {

  /** Where nobody is. */
  Floor EMPTY =
      new Floor() {
        @Override
        public List<Waiting> waiting() {
          return List.of();
        }

        @Override
        public Optional<Waiting> find(String conversation) {
          return Optional.empty();
        }

        @Override
        public Map<String, Integer> serving() {
          return Map.of();
        }

        @Override
        public Collection<String> operators() {
          return List.of();
        }

        @Override
        public Set<String> here() {
          return Set.of();
        }

        @Override
        public void moved(Collection<String> conversations) {}

        @Override
        public void staffed() {}
      };

  /** Everybody who waits for a person. */
  List<Waiting> waiting();

  /** A conversation on the desk, whoever serves it. */
  Optional<Waiting> find(String conversation);

  /** How many customers each operator serves; who serves none may be missing. */
  Map<String, Integer> serving();

  /** The logins of everybody who may serve customers. */
  Collection<String> operators();

  /** The logins of those who are here. */
  Set<String> here();

  /** The places of these conversations in the queue have changed. */
  void moved(Collection<String> conversations);

  /** What is set about operators has changed. */
  void staffed();

  /**
   * A conversation on the desk.
   *
   * @param now how it stands
   * @param target for whom it is meant
   * @param since since when it waits; its beginning if it does not
   * @param reason why it is in its state
   * @param intent what was last understood, or empty
   */
  record Waiting(Conversation now, Target target, Instant since, String reason, String intent) {}
}
