package dev.hotdesk.agent.promotions;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.time.Duration;
import java.util.ArrayList;

/** What becomes of a customer who has paid more than the goods cost now. */
record PriceProtection(Turn turn, AgentContext context) {

  private static final String CLAIM = "price_claim";

  Reply reply() {
    var reply =
        new MeantOrder(turn, context)
            .then(order -> order.status() != Order.Status.CANCELLED, this::about);
    return reply instanceof Reply.Ask(var words, var slot) && slot.equals("order_number")
        ? Reply.ask(rule() + words, slot)
        : reply;
  }

  private Reply about(Order order) {
    if (turn.slot(CLAIM).filter(turn.text()::contains).isPresent()) {
      return Reply.handOver("price_protection");
    }
    if (order.status() == Order.Status.CANCELLED || order.status() == Order.Status.UNPAID) {
      return Reply.say(context.text("protection.not_paid", order.number()));
    }
    var lines = new ArrayList<String>();
    lines.add(context.text("protection.paid", order.number(), order.total().in(turn.language())));
    for (var line : order.lines()) {
      context
          .erp()
          .product(line.sku())
          .ifPresent(
              it ->
                  lines.add(
                      context.text(
                          "protection.now",
                          it.name().in(turn.language()),
                          line.quantity(),
                          it.price().in(turn.language()))));
    }
    lines.add(
        isLate(order) ? context.text("protection.late", days()) : context.text("protection.claim"));
    var words = String.join("\n", lines);
    return isLate(order) ? Reply.say(words) : Reply.ask(words, CLAIM);
  }

  private boolean isLate(Order order) {
    return days() > 0
        && order.placed().plus(Duration.ofDays(days())).isBefore(context.clock().instant());
  }

  private long days() {
    return context.config().has("price_protection_days")
        ? context.config().number("price_protection_days")
        : 0;
  }

  private String rule() {
    return new ShopRules(turn, context).on("price_protection").map(it -> it + "\n").orElse("");
  }
}
