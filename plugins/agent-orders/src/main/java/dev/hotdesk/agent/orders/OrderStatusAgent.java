package dev.hotdesk.agent.orders;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.List;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Tells customers how far their order has come. */
@Extension
public final class OrderStatusAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var number = turn.slot("order_number");
    return number.isPresent()
        ? lookUp(number.get(), turn, context)
        : amongOwn(awaited(turn, context), turn, context);
  }

  /**
   * The known customer's orders that are still to come; who misses a parcel means a shipped one.
   */
  private static List<Order> awaited(Turn turn, AgentContext context) {
    var open = context.erp().orders().stream().filter(Whereabouts::isOpen).toList();
    var shipped = open.stream().filter(it -> it.status() == Order.Status.SHIPPED).toList();
    return turn.intent().name().equals("delivery.delayed") && !shipped.isEmpty() ? shipped : open;
  }

  private static Reply lookUp(String number, Turn turn, AgentContext context) {
    return switch (context.erp().order(number)) {
      case OrderLookup.Found(var order) -> tell(order, turn, context);
      case OrderLookup.ProofNeeded _ -> Reply.ask(context.text("proof", number), "phone_last4");
      case OrderLookup.NotFound _ -> Reply.ask(context.text("not_found", number), "phone_last4");
      case OrderLookup.Refused _ -> Reply.handOver("order_not_proven");
    };
  }

  private static Reply amongOwn(List<Order> open, Turn turn, AgentContext context) {
    return switch (open.size()) {
      case 0 -> Reply.ask(context.text("which_order"), "order_number");
      case 1 -> tell(open.getFirst(), turn, context);
      default -> Reply.ask(choice(open, turn, context), "order_number");
    };
  }

  private static String choice(List<Order> open, Turn turn, AgentContext context) {
    var choices =
        open.stream()
            .map(order -> new Whereabouts(order, turn, context).oneLine())
            .collect(Collectors.joining("\n"));
    return context.text("which_of", open.size(), choices);
  }

  private static Reply tell(Order order, Turn turn, AgentContext context) {
    return Reply.say(new Whereabouts(order, turn, context).inFull());
  }
}
