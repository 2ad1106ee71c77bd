package dev.hotdesk.api;

import java.util.List;

/**
 * The retailer's own documents: policies, opening hours, frequent questions. Implemented by the
 * runtime and the testkit only.
 *
 * <p>Documents change while the shop is open; two searches may find different passages. Passages of
 * the question's language come first; those of the other language are given where it says nothing.
 *
 * <p><b>Threading.</b> Any thread of the call; a search takes some milliseconds. <b>Errors.</b>
 * Where the shop has no documents, or nothing that fits, the list is empty. An unchecked exception
 * says that the question cannot be understood for now; let it pass.
 *
 * <pre>{@code
 * return context.documents().find(turn.text(), 1).stream()
 *     .findFirst()
 *     .map(passage -> Reply.say(passage.text() + "\n" + passage.cited()))
 *     .orElseGet(() -> Reply.handOver("rule_unknown"));
 * }</pre>
 */
public interface Documents {

  /** How many passages are given at the most. */
  int MOST = 10;

  /**
   * The passages that answer a question, best first.
   *
   * @param question in the customer's words, in either language
   * @param most how many are wanted, 1 to {@link #MOST}
   * @throws IllegalArgumentException if {@code most} is out of bounds
   */
  List<Passage> find(String question, int most);
}
