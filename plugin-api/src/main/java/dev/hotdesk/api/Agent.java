package dev.hotdesk.api;

import org.pf4j.ExtensionPoint;

/**
 * Answers customers on the matters (intents) that it owns.
 *
 * <p>What an agent can understand is data, not code: the example sentences in {@code
 * intents/zh.txt} and {@code intents/en.txt} of its jar, and optionally a model of its own in
 * {@code model/}. What it says is data too: {@code texts/zh.properties} and {@code
 * texts/en.properties}. So a useful agent implements {@link #respond} alone:
 *
 * <pre>{@code
 * @Extension
 * public final class OpeningHoursAgent implements Agent {
 *   @Override
 *   public Reply respond(Turn turn, AgentContext context) {
 *     return Reply.say(context.text("opening_hours"));
 *   }
 * }
 * }</pre>
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state.
 * <b>How often.</b> {@link #understand} and {@link #respond} once for each customer message that is
 * routed to this agent; messages of one conversation come one after another. <b>Errors.</b> An
 * exception, a missed deadline or a {@code null} hands the customer over to a person.
 */
public interface Agent extends ExtensionPoint {

  /**
   * Answers one customer message.
   *
   * @param turn the message and what was understood of it
   * @param context what the runtime lends to this agent for this call only
   * @return the decision; never {@code null}
   */
  Reply respond(Turn turn, AgentContext context);

  /**
   * Corrects or refines what the runtime understood, just before {@link #respond}.
   *
   * <p>The default keeps the runtime's own understanding. Override it to add slots that only this
   * agent can read from the text, or to choose another of this agent's own intents.
   *
   * @param turn the message with the runtime's understanding
   * @param context what the runtime lends to this agent for this call only
   * @return what {@link #respond} will find in its turn; never {@code null}
   */
  default Understanding understand(Turn turn, AgentContext context) {
    return turn.understanding();
  }

  /**
   * Takes note of what a person thought of an understanding of this agent.
   *
   * <p>Called after an operator has corrected the intent of a message, with this agent as the owner
   * of the corrected intent. The runtime's own models need no help; the default does nothing.
   *
   * @param feedback the message, what had been understood, and what is right
   * @param context what the runtime lends to this agent for this call only
   */
  default void learn(Feedback feedback, AgentContext context) {}

  /**
   * The form of the documents that this agent remembers ({@link Reply#remembering}): a number that
   * grows when their form changes, from 1.
   */
  default int memoryVersion() {
    return 1;
  }

  /**
   * Brings a document that an earlier version of this agent remembered into the present form.
   * Called between two turns, before the first turn of a conversation that this version serves.
   *
   * @param document as it was remembered
   * @param from the form that it has, below {@link #memoryVersion}
   * @return the document in the present form; the empty text forgets it
   */
  default String upgradeMemory(String document, int from) {
    throw new UnsupportedOperationException(
        "Documents of version " + from + " are remembered; wanted upgradeMemory to read them");
  }

  /**
   * The oldest form in which {@link #downgradeMemory} can give a document. If the version before
   * has an older one, there is no way back to it, and an admin must agree to the upgrade.
   */
  default int oldestMemory() {
    return memoryVersion();
  }

  /**
   * Gives a document in an earlier form, so that the version before could go on with it. Called
   * after each turn that remembered something, for each form from {@link #oldestMemory} on.
   *
   * @param document in the present form
   * @param to the form that is wanted, below {@link #memoryVersion}
   */
  default String downgradeMemory(String document, int to) {
    throw new UnsupportedOperationException(
        "Documents of version " + to + " are wanted; wanted downgradeMemory to write them");
  }
}
