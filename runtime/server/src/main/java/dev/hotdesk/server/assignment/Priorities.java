package dev.hotdesk.server.assignment;

import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.Text;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.routing.QueueAdvisors.Advised;
import java.util.List;
import java.util.stream.Collectors;

/** What several plugins say of one customer's place, taken together within the bounds. */
final class Priorities {

  /** By so many lanes plugins may move a customer. */
  static final int MOST_STEPS = 2;

  private Priorities() {}

  static Waiter.Priority together(List<Advised<Precedence>> advised) {
    var steps = advised.stream().mapToLong(it -> it.advice().steps()).sum();
    return new Waiter.Priority(
        Math.clamp(steps, -MOST_STEPS, MOST_STEPS),
        new Text(
            advised.stream().map(it -> it.advice().why().zh()).collect(Collectors.joining(";")),
            advised.stream().map(it -> it.advice().why().en()).collect(Collectors.joining("; "))),
        advised.stream().map(Advised::plugin).distinct().collect(Collectors.joining(", ")));
  }
}
