package dev.hotdesk.agent.orders;

import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.SHIPPED;
import static dev.hotdesk.api.Order.Status.UNPAID;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Set;
import org.pf4j.Extension;

/** Tells customers how far their order has come, and takes down what they want changed in it. */
@Extension
public final class OrdersAgent implements Agent {

  private static final Wish CANCEL = new Wish("cancel", "cancel_reason", Set.of(UNPAID, PAID));
  private static final Wish ADDRESS =
      new Wish("address", "new_address", "place", Set.of(UNPAID, PAID, SHIPPED));
  private static final Wish ITEM = new Wish("item", "order_change", Set.of(UNPAID, PAID));
  private static final Wish DAY = new Wish("day", "delivery_wish", "date", Set.of(PAID, SHIPPED));
  private static final Wish MISSING = new Wish("missing", "looked_for", Set.of(DELIVERED));
  private static final Wish WRONG = new Wish("wrong", "what_is_wrong", Set.of(SHIPPED, DELIVERED));

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var orders = new MeantOrder(turn, context);
    var rules = new ShopRules(turn, context);
    return switch (turn.intent().name()) {
      case "order.cancel" -> orders.thenOpen(order -> take(CANCEL, order, turn, context));
      case "order.change_address" -> orders.thenOpen(order -> take(ADDRESS, order, turn, context));
      case "order.change_item" -> orders.thenOpen(order -> take(ITEM, order, turn, context));
      case "delivery.reschedule" -> orders.thenOpen(order -> take(DAY, order, turn, context));
      case "delivery.not_received" ->
          orders.then(DELIVERED, order -> missing(order, turn, context));
      case "delivery.wrong_item" ->
          orders.then(DELIVERED, order -> take(WRONG, order, turn, context));
      case "delivery.fee" -> rules.say("delivery_fee");
      case "delivery.options" -> rules.say("delivery_options");
      case "delivery.contact" -> contact(orders, rules, turn, context);
      case "delivery.delayed" -> orders.then(SHIPPED, order -> tell(order, turn, context));
      default -> orders.thenOpen(order -> tell(order, turn, context));
    };
  }

  private static Reply tell(Order order, Turn turn, AgentContext context) {
    return Reply.say(new Whereabouts(order, turn, context).inFull());
  }

  private static Reply take(Wish wish, Order order, Turn turn, AgentContext context) {
    return wish.about(order, new Whereabouts(order, turn, context).goods(), turn, context);
  }

  /** Who misses a parcel is told where it was last seen, then asked where they have looked. */
  private static Reply missing(Order order, Turn turn, AgentContext context) {
    var where = new Whereabouts(order, turn, context);
    return switch (MISSING.about(order, where.goods(), turn, context)) {
      case Reply.Ask(var words, var slot) -> Reply.ask(where.inFull() + "\n" + words, slot);
      case Reply.Say(var words) -> Reply.say(where.inFull() + "\n" + words);
      case Reply reply -> reply;
    };
  }

  /** The carrier of a named order and its number, and what the shop says of reaching carriers. */
  private static Reply contact(
      MeantOrder orders, ShopRules rules, Turn turn, AgentContext context) {
    if (turn.slot("order_number").isEmpty() && context.erp().orders().isEmpty()) {
      return rules.say("delivery_contact");
    }
    return orders.then(
        SHIPPED,
        order ->
            Reply.say(
                new Whereabouts(order, turn, context).inFull()
                    + "\n"
                    + rules
                        .on("delivery_contact")
                        .orElseGet(() -> context.text("contact_unknown"))));
  }
}
