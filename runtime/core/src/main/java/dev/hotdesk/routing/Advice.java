package dev.hotdesk.routing;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Erp;
import dev.hotdesk.api.Turn;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an adviser says about a message that no agent is sure of.
 *
 * @param plugin who says it
 * @param version its version
 * @param text what it says
 */
record Advice(String plugin, String version, String text) {

  private static final Logger LOG = LoggerFactory.getLogger(Advice.class);

  /**
   * Asks one adviser after the other; empty if none has an answer. One that fails has none: what
   * the customer is told without advisers is always possible.
   *
   * @param erp the shop's systems with the customer's rights
   * @param deadline for each
   */
  static Optional<Advice> on(Turn turn, Lease lease, Erp erp, Duration deadline) {
    for (var adviser : lease.advisers()) {
      var advice = of(adviser, turn, erp, deadline);
      if (advice.isPresent()) {
        return advice;
      }
    }
    return Optional.empty();
  }

  private static Optional<Advice> of(
      Plugged<Adviser> adviser, Turn turn, Erp erp, Duration deadline) {
    try {
      var context = LentToAgent.turn(adviser, erp, turn.language(), "");
      return adviser
          .call(
              "advise",
              deadline,
              it -> Objects.requireNonNull(it.advise(turn, context), "advise returned null"))
          .filter(text -> !text.isBlank())
          .map(text -> new Advice(adviser.plugin(), adviser.version(), text));
    } catch (PluginFaultException e) {
      LOG.warn("{}", e.getMessage(), e.getCause());
      return Optional.empty();
    }
  }
}
