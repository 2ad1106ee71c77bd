package dev.hotdesk.agent.returns;

import static dev.hotdesk.api.Order.Status.CANCELLED;
import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.SHIPPED;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;
import static dev.hotdesk.testkit.Samples.shipment;

import dev.hotdesk.testkit.Conversation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReturnsAgentTest {

  private final Conversation conversation =
      Conversation.with(new ReturnsAgent())
          .knowing(order("20261101-02", DELIVERED), shipment())
          .knowing(order("20261123-88", SHIPPED), shipment())
          .knowing(order("20261122-35", PAID))
          .knowing(order("20261030-07", CANCELLED));

  @Test
  void a_return_is_taken_down_with_its_reason() {
    conversation
        .customerSays("我要退货")
        .isUnderstoodAs("return.request")
        .hears("哪个订单")
        .customerSays("20261101-02")
        .hears("后四位")
        .customerSays(PHONE_LAST4)
        .hears("可以登记退货")
        .customerSays("毛衣太薄了，没穿过")
        .waitsForOperator("return_request");
  }

  @Test
  void a_return_is_taken_down_in_english() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("i want to return order 20261101-02")
        .hears("Please tell me which item")
        .customerSays("the sweater, too thin, not worn")
        .waitsForOperator("return_request");
  }

  @Test
  void what_is_not_there_yet_is_not_returned() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("我要退货，订单 20261123-88")
        .hears("还在路上")
        .customerSays("i want to return order 20261122-35")
        .hears("cancel my order");
  }

  @Test
  void who_comes_late_is_told_so_and_still_heard() {
    conversation.lent().configured("return_days", 7L);
    conversation
        .after(Duration.ofDays(30))
        .identifiedAs(CUSTOMER)
        .customerSays("i want to return order 20261101-02")
        .hears("more than 7 days ago")
        .customerSays("the seam came apart after one wash")
        .waitsForOperator("return_request");
  }

  @Test
  void an_exchange_is_taken_down_with_what_is_wanted_instead() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("20261101-02 太小了，想换大一号")
        .isUnderstoodAs("exchange.request")
        .hears("可以登记换货")
        .customerSays("蓝色 M 换成蓝色 L")
        .waitsForOperator("exchange_request");
  }

  @Test
  void a_refund_is_looked_up_by_a_person_who_knows_which() {
    conversation.lent().configured("refund_policy_zh", "7 个工作日到账");
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("20261030-07 的退款怎么还没到账")
        .isUnderstoodAs("refund.status")
        .hears("7 个工作日到账")
        .hears("已取消")
        .customerSays("微信付的，应退 198")
        .waitsForOperator("refund_status");
  }

  @Test
  void a_return_under_way_is_looked_up_by_a_person() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("has my return of 20261101-02 been approved yet")
        .isUnderstoodAs("return.status")
        .hears("ticket number")
        .customerSays("none")
        .waitsForOperator("return_status");
  }

  @Test
  void the_rules_are_the_retailers() {
    conversation
        .lent()
        .configured("return_policy_zh", "签收后 15 天内可退")
        .configured("return_policy_en", "Within 15 days")
        .configured("refund_policy_en", "Back to your card");
    conversation
        .customerSays("拆封了还能退吗？")
        .isUnderstoodAs("return.policy")
        .hears("15 天内可退")
        .customerSays("how many days do i have to return something?")
        .hears("Within 15 days")
        .customerSays("do refunds go back to the card i paid with?")
        .isUnderstoodAs("refund.policy")
        .hears("Back to your card");
  }

  @Test
  void another_customers_order_stays_hidden() {
    conversation
        .identifiedAs("C-2")
        .customerSays("i want to return order 20261101-02")
        .hears("last four digits")
        .customerSays("0000")
        .hears("no order that matches")
        .doesNotHear("sweater");
  }

  @Test
  void a_person_helps_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(CUSTOMER)
        .customerSays("我要退货")
        .waitsForOperator("erp_unavailable");
  }
}
