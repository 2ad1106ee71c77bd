package dev.hotdesk.agent.invoices;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Tells customers which invoices there are, and takes down what a new one needs. */
@Extension
public final class InvoicesAgent implements Agent {

  private static final String PARTICULARS = "invoice_details";

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var reply = new MeantOrder(turn, context).then(_ -> true, order -> about(order, turn, context));
    return reply instanceof Reply.Ask(var words, var slot) && slot.equals("order_number")
        ? Reply.ask(kinds(turn, context) + words, slot)
        : reply;
  }

  private static Reply about(Order order, Turn turn, AgentContext context) {
    return switch (order.status()) {
      case UNPAID, CANCELLED -> Reply.say(context.text("none." + order.status(), order.number()));
      case PAID, SHIPPED, DELIVERED -> issued(order, turn, context);
    };
  }

  private static Reply issued(Order order, Turn turn, AgentContext context) {
    if (turn.slot(PARTICULARS).filter(turn.text()::contains).isPresent()) {
      return Reply.handOver(turn.intent().name().replace('.', '_'));
    }
    var invoices = context.erp().invoices(order);
    if (invoices.isEmpty()) {
      return Reply.ask(
          context.text("not_yet", order.number()) + "\n" + context.text("ask_title"), PARTICULARS);
    }
    var lines = new ArrayList<String>();
    lines.add(context.text("issued", order.number(), list(invoices, turn, context)));
    if (turn.intent().name().equals("invoice.status")) {
      new ShopRules(turn, context).on("invoice_where").ifPresent(lines::add);
      return Reply.say(String.join("\n", lines));
    }
    lines.add(context.text("ask_change"));
    return Reply.ask(String.join("\n", lines), PARTICULARS);
  }

  /** Which kinds there are, for those who have but begun to ask for one. */
  private static String kinds(Turn turn, AgentContext context) {
    return turn.intent().name().equals("invoice.request")
        ? new ShopRules(turn, context).on("invoice_kinds").map(it -> it + "\n").orElse("")
        : "";
  }

  private static String list(List<Invoice> invoices, Turn turn, AgentContext context) {
    return invoices.stream()
        .map(
            it ->
                context.text(
                    "invoice", it.number(), it.issued().toString(), it.total().in(turn.language())))
        .collect(Collectors.joining("\n"));
  }
}
