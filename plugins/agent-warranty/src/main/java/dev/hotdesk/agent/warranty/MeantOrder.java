package dev.hotdesk.agent.warranty;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The order that a customer speaks of, looked up with that customer's own rights. */
record MeantOrder(Turn turn, AgentContext context) {

  private static final int MOST_NAMED = 5;

  /**
   * Goes on with the order that the customer names, or with the only one that can be meant; or asks
   * which one it is, or for the proof that it is theirs.
   *
   * @param canBeMeant which of a known customer's orders are in question when none is named
   */
  Reply then(Predicate<Order> canBeMeant, Function<Order, Reply> answer) {
    var number = turn.slot("order_number");
    if (number.isPresent()) {
      return named(number.get(), answer);
    }
    var own = context.erp().orders().stream().filter(canBeMeant).limit(MOST_NAMED).toList();
    return switch (own.size()) {
      case 0 -> Reply.ask(context.text("which_order"), "order_number");
      case 1 -> answer.apply(own.getFirst());
      default -> Reply.ask(context.text("which_of", choices(own)), "order_number");
    };
  }

  private Reply named(String number, Function<Order, Reply> answer) {
    return switch (context.erp().order(number)) {
      case OrderLookup.Found(var order) -> answer.apply(order);
      case OrderLookup.ProofNeeded _ -> Reply.ask(context.text("proof", number), "phone_last4");
      case OrderLookup.NotFound _ -> Reply.ask(context.text("not_found", number), "phone_last4");
      case OrderLookup.Refused _ -> Reply.handOver("order_not_proven");
    };
  }

  private String choices(List<Order> orders) {
    return orders.stream()
        .map(it -> context.text("choice", it.number(), goods(it)))
        .collect(Collectors.joining("\n"));
  }

  /** What was bought, in the customer's words. */
  String goods(Order order) {
    return order.lines().isEmpty()
        ? context.text("goods")
        : order.lines().stream()
            .map(line -> line.name().in(turn.language()) + " × " + line.quantity())
            .collect(Collectors.joining(context.text("comma")));
  }
}
