package dev.hotdesk.routing.loyalty;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.PriorityContext;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Text;
import dev.hotdesk.api.WaitingCustomer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** A high tier goes up by one lane or two; an order in trouble by one, whoever's it is. */
@Extension
public final class LoyaltyPriority implements QueuePriority {

  private static final int MOST_LOOKED_AT = 5;

  @Override
  public Precedence weigh(WaitingCustomer waiting, PriorityContext context) {
    var tier = waiting.tier();
    if (isAmong(tier, context, "vip_tiers")) {
      return Precedence.raised(2, new Text("会员等级 " + tier, "Tier " + tier));
    }
    var trouble = waiting.customerId().isEmpty() ? Optional.<Text>empty() : trouble(context);
    if (isAmong(tier, context, "high_tiers")) {
      return trouble
          .map(why -> Precedence.raised(2, and(new Text("会员等级 " + tier, "Tier " + tier), why)))
          .orElseGet(() -> Precedence.raised(1, new Text("会员等级 " + tier, "Tier " + tier)));
    }
    return trouble.map(why -> Precedence.raised(1, why)).orElseGet(Precedence::usual);
  }

  private static boolean isAmong(String tier, PriorityContext context, String setting) {
    return !tier.isEmpty()
        && context.config().texts(setting).stream().anyMatch(it -> it.equalsIgnoreCase(tier));
  }

  /** The first of the customer's latest orders that has not come as it should. */
  private static Optional<Text> trouble(PriorityContext context) {
    try {
      return context.erp().orders().stream()
          .limit(MOST_LOOKED_AT)
          .flatMap(order -> trouble(order, context).stream())
          .findFirst();
    } catch (ErpUnavailableException e) {
      context.log().log(System.Logger.Level.INFO, "Orders are not at hand: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Text> trouble(Order order, PriorityContext context) {
    var now = context.clock().instant();
    return switch (order.status()) {
      case PAID -> unsent(order, now, context.config().number("late_after_days"));
      case SHIPPED -> overdue(order, now, context);
      case UNPAID, DELIVERED, CANCELLED -> Optional.empty();
    };
  }

  private static Optional<Text> unsent(Order order, Instant now, long days) {
    return order.placed().plus(Duration.ofDays(days)).isBefore(now)
        ? Optional.of(
            new Text(
                "订单 %s 付款 %d 天仍未发货".formatted(order.number(), days),
                "Order %s was not sent within %d days".formatted(order.number(), days)))
        : Optional.empty();
  }

  private static Optional<Text> overdue(Order order, Instant now, PriorityContext context) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return context.erp().shipments(order).stream()
            .anyMatch(parcel -> parcel.due().filter(due -> due.isBefore(today)).isPresent())
        ? Optional.of(
            new Text(
                "订单 " + order.number() + " 的包裹已过预计送达日",
                "A parcel of order " + order.number() + " is overdue"))
        : Optional.empty();
  }

  private static Text and(Text one, Text other) {
    return new Text(
        String.join(";", List.of(one.zh(), other.zh())),
        String.join("; ", List.of(one.en(), other.en())));
  }
}
