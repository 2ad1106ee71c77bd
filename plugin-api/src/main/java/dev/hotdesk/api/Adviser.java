package dev.hotdesk.api;

import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Answers what no agent is sure of, before the customer is asked back or given to a person.
 *
 * <p>It owns no matter and needs no example sentences. It is right to say nothing: then the next
 * adviser is asked, and after the last one everything goes as if there were none.
 *
 * <pre>{@code
 * @Extension
 * public final class DocumentsAdviser implements Adviser {
 *   @Override
 *   public Optional<String> advise(Turn turn, AgentContext context) {
 *     return context.documents().find(turn.text(), 1).stream().map(Passage::text).findFirst();
 *   }
 * }
 * }</pre>
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state.
 * <b>How often.</b> Once for each customer message that is not understood for sure. <b>Errors.</b>
 * An exception, a missed deadline or a {@code null} counts against the plugin, and says nothing.
 */
public interface Adviser extends ExtensionPoint {

  /**
   * What to say to the customer, in the language of the turn.
   *
   * @param turn the message; its intent is a guess, or {@code unknown}
   * @param context what the runtime lends for this call only; it remembers nothing
   * @return the words, with their source; empty if this adviser knows nothing that fits
   */
  Optional<String> advise(Turn turn, AgentContext context);
}
