package dev.hotdesk.agent.payments;

import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.UNPAID;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class PaymentsAgentTest {

  private final Conversation conversation =
      Conversation.with(new PaymentsAgent())
          .knowing(order("20261122-35", PAID))
          .knowing(order("20261123-91", UNPAID));

  @Test
  void ways_to_pay_are_the_retailers() {
    conversation
        .lent()
        .configured("payment_methods_zh", "支持微信和支付宝")
        .configured("payment_methods_en", "WeChat Pay and cards");
    conversation
        .customerSays("能用花呗分期吗？")
        .isUnderstoodAs("payment.methods")
        .hears("支持微信和支付宝")
        .customerSays("do you take paypal?")
        .hears("WeChat Pay and cards");
  }

  @Test
  void a_failed_payment_without_an_order_is_told_to_a_person() {
    conversation
        .customerSays("付款一直失败怎么回事")
        .isUnderstoodAs("payment.failed")
        .hears("哪种支付方式")
        .customerSays("微信付的，提示银行卡受限")
        .waitsForOperator("payment_failed");
  }

  @Test
  void the_books_say_whether_an_order_is_paid() {
    conversation
        .customerSays("i think i was charged twice for order 20261122-35")
        .isUnderstoodAs("payment.failed")
        .hears("last four digits")
        .customerSays(PHONE_LAST4)
        .hears("is paid, CNY 299.00")
        .hears("please do not pay again")
        .customerSays("twice 299 on Monday by card")
        .waitsForOperator("payment_failed");
  }

  @Test
  void a_known_customers_unpaid_order_is_the_one_meant() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("my card was declined at checkout")
        .hears("no payment for order 20261123-91");
  }

  @Test
  void another_customers_order_stays_hidden() {
    conversation
        .identifiedAs("C-2")
        .customerSays("i was charged twice for order 20261122-35")
        .hears("last four digits")
        .doesNotHear("299");
  }

  @Test
  void a_person_helps_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(CUSTOMER)
        .customerSays("i was charged twice for order 20261122-35")
        .waitsForOperator("erp_unavailable");
  }
}
