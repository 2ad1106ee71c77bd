package dev.hotdesk.agent.orders;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order that a customer speaks of, looked up with that customer's own rights. */
record MeantOrder(Turn turn, AgentContext context) {

  /**
   * Goes on with the order that the customer names, or with the only one that can be meant; or asks
   * which one it is, or for the proof that it is theirs.
   *
   * @param status the state that is likeliest; where no order is in it, any that is still to come
   */
  Reply then(Order.Status status, Function<Order, Reply> answer) {
    var number = turn.slot("order_number");
    return number.isPresent() ? named(number.get(), answer) : amongOwn(likeliest(status), answer);
  }

  private List<Order> likeliest(Order.Status status) {
    var all = context.erp().orders();
    var such = all.stream().filter(it -> it.status() == status).toList();
    return such.isEmpty() ? all.stream().filter(Whereabouts::isOpen).toList() : such;
  }

  /** The same for any order that is still to come. */
  Reply thenOpen(Function<Order, Reply> answer) {
    var number = turn.slot("order_number");
    return number.isPresent()
        ? named(number.get(), answer)
        : amongOwn(context.erp().orders().stream().filter(Whereabouts::isOpen).toList(), answer);
  }

  private Reply named(String number, Function<Order, Reply> answer) {
    return switch (context.erp().order(number)) {
      case OrderLookup.Found(var order) -> answer.apply(order);
      case OrderLookup.ProofNeeded _ -> Reply.ask(context.text("proof", number), "phone_last4");
      case OrderLookup.NotFound _ -> Reply.ask(context.text("not_found", number), "phone_last4");
      case OrderLookup.Refused _ -> Reply.handOver("order_not_proven");
    };
  }

  private Reply amongOwn(List<Order> own, Function<Order, Reply> answer) {
    return switch (own.size()) {
      case 0 -> Reply.ask(context.text("which_order"), "order_number");
      case 1 -> answer.apply(own.getFirst());
      default -> Reply.ask(choice(own), "order_number");
    };
  }

  private String choice(List<Order> own) {
    var choices =
        own.stream()
            .map(order -> new Whereabouts(order, turn, context).oneLine())
            .collect(Collectors.joining("\n"));
    return context.text("which_of", own.size(), choices);
  }
}
