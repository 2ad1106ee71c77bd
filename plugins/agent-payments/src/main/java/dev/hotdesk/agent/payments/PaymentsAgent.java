package dev.hotdesk.agent.payments;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import org.pf4j.Extension;

/** Tells customers how they can pay, and what has become of a payment. */
@Extension
public final class PaymentsAgent implements Agent {

  private static final String TROUBLE = "payment_trouble";

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var rules = new ShopRules(turn, context);
    if (!turn.intent().name().equals("payment.failed")) {
      return rules.say("payment_methods");
    }
    if (turn.slot(TROUBLE).filter(turn.text()::contains).isPresent()
        && turn.slot("order_number").filter(turn.text()::contains).isEmpty()) {
      return Reply.handOver("payment_failed");
    }
    return turn.slot("order_number").isPresent() || hasUnpaid(context)
        ? new MeantOrder(turn, context)
            .then(PaymentsAgent::isUnpaid, order -> state(order, turn, context))
        : Reply.ask(
            rules.on("payment_failed").map(it -> it + "\n").orElse("") + context.text("what"),
            TROUBLE);
  }

  private static boolean hasUnpaid(AgentContext context) {
    return context.erp().orders().stream().anyMatch(PaymentsAgent::isUnpaid);
  }

  private static boolean isUnpaid(Order order) {
    return order.status() == Order.Status.UNPAID;
  }

  /** What the shop's books say, and then a person looks into it. */
  private static Reply state(Order order, Turn turn, AgentContext context) {
    var total = order.total().in(turn.language());
    return Reply.ask(
        context.text("state." + order.status(), order.number(), total)
            + "\n"
            + context.text("what"),
        TROUBLE);
  }
}
