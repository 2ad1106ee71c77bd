package dev.hotdesk.agent.warranty;

import static dev.hotdesk.api.Order.Status.CANCELLED;
import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;
import static dev.hotdesk.testkit.Samples.shipment;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class WarrantyAgentTest {

  private final Conversation conversation =
      Conversation.with(new WarrantyAgent())
          .knowing(order("20261101-02", DELIVERED), shipment())
          .knowing(order("20261030-07", CANCELLED));

  @Test
  void the_rules_come_first_then_the_order_then_the_fault() {
    conversation.lent().configured("warranty_rules_zh", "保修一年");
    conversation
        .customerSays("用了两天就坏了，能修吗")
        .isUnderstoodAs("warranty.repair")
        .hears("保修一年")
        .hears("哪个订单")
        .customerSays("20261101-02")
        .hears("后四位")
        .customerSays(PHONE_LAST4)
        .hears("有什么问题")
        .customerSays("拉链坏了，昨天发现的")
        .waitsForOperator("warranty_repair");
  }

  @Test
  void a_fault_is_taken_down_in_english() {
    conversation.lent().configured("warranty_rules_en", "One year");
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("it stopped working, is it still under warranty")
        .isUnderstoodAs("warranty.repair")
        .hears("One year")
        .hears("what is wrong")
        .customerSays("the zip broke yesterday")
        .waitsForOperator("warranty_repair");
  }

  @Test
  void a_fitters_visit_is_taken_down() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("师傅什么时候上门安装，想预约安装")
        .isUnderstoodAs("install.service")
        .hears("希望的日期和时段")
        .customerSays("周六下午，文三路12号")
        .waitsForOperator("install_service");
  }

  @Test
  void nothing_is_repaired_of_a_cancelled_order() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("my sweater from order 20261030-07 arrived broken")
        .hears("was cancelled");
  }

  @Test
  void another_customers_order_stays_hidden() {
    conversation
        .identifiedAs("C-2")
        .customerSays("the zip on my order 20261101-02 broke, please repair it")
        .hears("last four digits")
        .doesNotHear("sweater");
  }

  @Test
  void a_person_helps_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(CUSTOMER)
        .customerSays("it stopped working, is it still under warranty")
        .waitsForOperator("erp_unavailable");
  }
}
