package dev.hotdesk.agent.promotions;

import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.UNPAID;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;
import static dev.hotdesk.testkit.Samples.sweater;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class PriceProtectionTest {

  private final Conversation conversation =
      Conversation.with(new PromotionsAgent())
          .knowing(sweater())
          .knowing(order("20261101-02", DELIVERED))
          .knowing(order("20261123-91", UNPAID));

  @Test
  void the_rule_comes_first_and_then_what_was_paid_and_what_it_costs_now() {
    conversation.lent().configured("price_protection_zh", "7 天价保");
    conversation
        .customerSays("刚买就降价了，能退差价吗")
        .isUnderstoodAs("price.protection")
        .hears("7 天价保")
        .hears("哪个订单")
        .customerSays("20261101-02")
        .hears("后四位")
        .customerSays(PHONE_LAST4)
        .hears("订单 20261101-02 实付 ¥299.00")
        .hears("羊毛圆领毛衣 × 1，现在标价 ¥299.00")
        .customerSays("毛衣现在 259")
        .waitsForOperator("price_protection");
  }

  @Test
  void a_late_claim_is_told_so() {
    conversation.lent().configured("price_protection_days", 1L);
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("the price dropped after i bought order 20261101-02, refund the difference")
        .isUnderstoodAs("price.protection")
        .hears("more than one day ago");
  }

  @Test
  void nothing_is_owed_for_what_was_not_paid() {
    conversation.identifiedAs(CUSTOMER).customerSays("20261123-91 降价了，退我差价").hears("没有差价可退");
  }

  @Test
  void another_customers_order_stays_hidden() {
    conversation
        .identifiedAs("C-2")
        .customerSays("the price dropped after i bought order 20261101-02, refund the difference")
        .hears("last four digits")
        .doesNotHear("299");
  }
}
