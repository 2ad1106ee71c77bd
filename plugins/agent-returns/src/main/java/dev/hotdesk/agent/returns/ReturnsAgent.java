package dev.hotdesk.agent.returns;

import static dev.hotdesk.api.Order.Status.CANCELLED;
import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.SHIPPED;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Turn;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import org.pf4j.Extension;

/** Tells customers how returns, exchanges and refunds go, and takes their wishes down. */
@Extension
public final class ReturnsAgent implements Agent {

  private static final Wish RETURN = new Wish("return", "return_reason", Set.of(DELIVERED));
  private static final Wish EXCHANGE = new Wish("exchange", "exchange_wish", Set.of(DELIVERED));
  private static final Wish PROGRESS =
      new Wish("progress", "return_details", Set.of(SHIPPED, DELIVERED, CANCELLED));
  private static final Wish REFUND =
      new Wish("refund", "refund_details", Set.of(PAID, SHIPPED, DELIVERED, CANCELLED));

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var rules = new ShopRules(turn, context);
    return switch (turn.intent().name()) {
      case "return.policy" -> rules.say("return_policy");
      case "refund.policy" -> rules.say("refund_policy");
      case "return.status" -> carryOut(PROGRESS, turn, context);
      case "refund.status" -> refund(rules, turn, context);
      case "exchange.request" -> carryOut(EXCHANGE, turn, context);
      default -> carryOut(RETURN, turn, context);
    };
  }

  private static Reply carryOut(Wish wish, Turn turn, AgentContext context) {
    var orders = new MeantOrder(turn, context);
    return orders.then(
        order -> order.status() == DELIVERED,
        order -> {
          var reply = wish.about(order, orders.goods(order), turn, context);
          return reply instanceof Reply.Ask(var words, var slot)
                  && !wish.equals(PROGRESS)
                  && isLate(order, context)
              ? Reply.ask(context.text("late", days(context)) + "\n" + words, slot)
              : reply;
        });
  }

  /** How long refunds take is the first thing to know, then somebody looks for this one. */
  private static Reply refund(ShopRules rules, Turn turn, AgentContext context) {
    var orders = new MeantOrder(turn, context);
    return orders.then(
        order -> order.status() == DELIVERED || order.status() == CANCELLED,
        order ->
            switch (REFUND.about(order, orders.goods(order), turn, context)) {
              case Reply.Ask(var words, var slot) -> Reply.ask(first(rules) + words, slot);
              case Reply reply -> reply;
            });
  }

  private static String first(ShopRules rules) {
    return rules.on("refund_policy").map(it -> it + "\n").orElse("");
  }

  /** Whether the order came longer ago than the shop takes things back without a reason. */
  private static boolean isLate(Order order, AgentContext context) {
    var came =
        context.erp().shipments(order).stream().map(Shipment::seen).max(Comparator.naturalOrder());
    return days(context) > 0
        && came.filter(
                it -> it.plus(Duration.ofDays(days(context))).isBefore(context.clock().instant()))
            .isPresent();
  }

  private static long days(AgentContext context) {
    return context.config().has("return_days") ? context.config().number("return_days") : 0;
  }
}
