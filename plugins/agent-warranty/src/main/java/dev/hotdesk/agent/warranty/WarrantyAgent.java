package dev.hotdesk.agent.warranty;

import static dev.hotdesk.api.Order.Status.CANCELLED;
import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.SHIPPED;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Set;
import org.pf4j.Extension;

/** Tells customers what the warranty covers, and takes repairs and fitters' visits down. */
@Extension
public final class WarrantyAgent implements Agent {

  private static final Wish REPAIR = new Wish("repair", "fault", Set.of(SHIPPED, DELIVERED));
  private static final Wish FITTING =
      new Wish("fitting", "fitting_wish", Set.of(PAID, SHIPPED, DELIVERED));

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return turn.intent().name().equals("install.service")
        ? after("fitting_rules", FITTING, turn, context)
        : after("warranty_rules", REPAIR, turn, context);
  }

  /** The rules first, for many ask for no more; then the order, then the wish. */
  private static Reply after(String rule, Wish wish, Turn turn, AgentContext context) {
    var orders = new MeantOrder(turn, context);
    var reply =
        orders.then(
            order -> order.status() != CANCELLED,
            order -> wish.about(order, orders.goods(order), turn, context));
    return reply instanceof Reply.Ask(var words, var slot)
            && (slot.equals("order_number") || turn.slot("order_number").isEmpty())
        ? Reply.ask(
            new ShopRules(turn, context).on(rule).map(it -> it + "\n").orElse("") + words, slot)
        : reply;
  }
}
