package dev.hotdesk.server.learning;

import dev.hotdesk.routing.Labelled;

/**
 * What somebody says a customer's words mean.
 *
 * @param kind why they said so
 * @param sentence the words as they were, and what they mean
 * @param conversation where they were said; empty for nowhere
 * @param sequence their place in its log; 0 for nowhere
 * @param who says so: a login
 */
public record Taught(Kind kind, Labelled sentence, String conversation, long sequence, String who) {

  /** Why somebody teaches. */
  public enum Kind {
    /** An operator said what was really wanted. */
    CORRECTION("correction"),
    /** An operator sent what was suggested for this intent, as it was or edited. */
    SUGGESTION("suggestion"),
    /** An operator said that the agent's answer was good. */
    PRAISE("praise"),
    /** An admin named a question that nobody could answer. */
    NAMED("named");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is stored and shown. */
    public String word() {
      return word;
    }
  }
}
