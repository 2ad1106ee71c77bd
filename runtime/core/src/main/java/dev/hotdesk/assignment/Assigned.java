package dev.hotdesk.assignment;

import java.util.List;

/**
 * Somebody who waits is given to an operator.
 *
 * @param conversation who
 * @param operator to whom
 * @param reasons why this one
 */
public record Assigned(String conversation, String operator, List<Reason> reasons) {

  /** Copies the reasons. */
  public Assigned {
    reasons = List.copyOf(reasons);
  }
}
