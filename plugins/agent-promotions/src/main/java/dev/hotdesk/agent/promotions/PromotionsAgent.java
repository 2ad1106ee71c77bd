package dev.hotdesk.agent.promotions;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Money;
import dev.hotdesk.api.Promotion;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Tells customers what they can save, and until when. */
@Extension
public final class PromotionsAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    if (turn.intent().name().equals("price.protection")) {
      return new PriceProtection(turn, context).reply();
    }
    var offers = new Offers(context.erp().promotions(), Instant.now(), turn, context);
    if (turn.intent().name().equals("promotion.coupon")) {
      return Reply.say(context.text("coupons") + "\n" + offers.all());
    }
    var threshold = mentioned("threshold", turn);
    var discount = mentioned("discount", turn);
    return Reply.say(
        threshold.isEmpty() && discount.isEmpty()
            ? offers.all()
            : offers.about(
                it -> isSame(threshold, it.threshold()) && isSame(discount, it.discount())));
  }

  /** A figure of this message; one that was spoken of earlier is another question's. */
  private static Optional<BigDecimal> mentioned(String slot, Turn turn) {
    return turn.slot(slot).filter(turn.text()::contains).map(BigDecimal::new);
  }

  private static boolean isSame(Optional<BigDecimal> wanted, Money offered) {
    return wanted.isEmpty() || wanted.get().compareTo(offered.amount()) == 0;
  }

  /** What the shop offers now and announces, in the customer's words. */
  private record Offers(List<Promotion> promotions, Instant now, Turn turn, AgentContext context) {

    String about(Predicate<Promotion> wanted) {
      var found = promotions.stream().filter(wanted).toList();
      if (found.isEmpty()) {
        return context.text("no_such") + "\n" + all();
      }
      return lines(found, "yes_running", "yes_announced");
    }

    String all() {
      return promotions.isEmpty()
          ? context.text("none")
          : context.text("list") + "\n" + lines(promotions, "running", "announced");
    }

    private String lines(List<Promotion> some, String running, String announced) {
      return some.stream()
          .map(it -> line(it, it.runsAt(now) ? running : announced))
          .collect(Collectors.joining("\n"));
    }

    private String line(Promotion it, String key) {
      var language = turn.language();
      return context.text(
          key,
          it.title().in(language),
          Days.written(it.starts(), language, context.text("moment")),
          Days.written(it.ends(), language, context.text("moment")),
          it.terms().in(language));
    }
  }
}
