package dev.hotdesk.server.workspace;

import java.util.Set;

/** Where operators sit when several servers share a database. */
public interface Seats {

  /** There is only this server. */
  Seats HERE_ONLY =
      new Seats() {
        @Override
        public void taken(String login) {}

        @Override
        public void left(String login) {}

        @Override
        public Set<String> elsewhere() {
          return Set.of();
        }

        @Override
        public boolean isElsewhereNow(String login) {
          return false;
        }

        @Override
        public void whenChanged(Runnable listener) {}
      };

  /** An operator has their first socket here. Does not block. */
  void taken(String login);

  /** An operator's last socket here is closed. Does not block. */
  void left(String login);

  /** Who has a socket at another server, as far as is known at the moment. */
  Set<String> elsewhere();

  /** Whether this operator has. */
  default boolean isElsewhere(String login) {
    return elsewhere().contains(login);
  }

  /**
   * The same, for sure: asks the database. Before somebody is taken for gone.
   *
   * @throws RuntimeException if the database does not answer: then nobody knows
   */
  boolean isElsewhereNow(String login);

  /** Is told when somebody has come to, or gone from, another server. */
  void whenChanged(Runnable listener);
}
