package dev.hotdesk.agent.orders;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Turn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Locale;

/** How far one order has come, in the customer's words. */
record Whereabouts(Order order, Turn turn, AgentContext context) {

  /** Whether something is still to happen with an order. */
  static boolean isOpen(Order order) {
    return switch (order.status()) {
      case UNPAID, PAID, SHIPPED -> true;
      case DELIVERED, CANCELLED -> false;
    };
  }

  /** For a list to choose from. */
  String oneLine() {
    return context.text("choice", order.number(), goods(), context.text("short." + order.status()));
  }

  /** All there is to tell. */
  String inFull() {
    var lines = new ArrayList<String>();
    if (turn.intent().name().equals("delivery.delayed") && isOpen(order)) {
      lines.add(context.text("sorry"));
    }
    lines.add(context.text("status." + order.status(), order.number(), goods()));
    for (var shipment : context.erp().shipments(order)) {
      lines.add(parcel(shipment));
    }
    return String.join("\n", lines);
  }

  private String parcel(Shipment shipment) {
    var seen =
        context.text(
            "parcel",
            shipment.carrier().in(turn.language()),
            shipment.trackingNumber(),
            shipment.place().in(turn.language()),
            written("moment", shipment.seen().atZone(ZoneId.systemDefault())));
    return isOpen(order)
        ? seen + shipment.due().map(this::due).orElseGet(() -> context.text("due_unknown"))
        : seen;
  }

  private String due(LocalDate day) {
    var key = day.isBefore(LocalDate.now(ZoneId.systemDefault())) ? "overdue" : "due";
    return context.text(key, written("day", day));
  }

  /** What was bought, in a few words. */
  String goods() {
    var names = order.lines().stream().map(line -> line.name().in(turn.language())).toList();
    return switch (names.size()) {
      case 0 -> context.text("goods.none");
      case 1 -> names.getFirst();
      default -> context.text("goods.several", names.getFirst(), names.size());
    };
  }

  private String written(String form, TemporalAccessor time) {
    var locale = turn.language() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return DateTimeFormatter.ofPattern(context.text(form), locale).format(time);
  }
}
