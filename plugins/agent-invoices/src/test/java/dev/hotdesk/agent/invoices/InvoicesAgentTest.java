package dev.hotdesk.agent.invoices;

import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.UNPAID;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;
import static dev.hotdesk.testkit.Samples.shipment;

import dev.hotdesk.api.Invoice;
import dev.hotdesk.api.Money;
import dev.hotdesk.testkit.Conversation;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoicesAgentTest {

  private final Conversation conversation =
      Conversation.with(new InvoicesAgent())
          .knowing(order("20261101-02", DELIVERED), shipment())
          .knowing(
              "20261101-02",
              new Invoice("FP-17", LocalDate.of(2026, 11, 2), Money.of("299.00", "CNY")))
          .knowing(order("20261122-35", PAID))
          .knowing(order("20261123-91", UNPAID));

  @Test
  void an_invoice_is_asked_for_with_all_that_it_needs() {
    conversation.lent().configured("invoice_kinds_zh", "可开电子普票和专票");
    conversation
        .customerSays("帮我开发票")
        .isUnderstoodAs("invoice.request")
        .hears("可开电子普票和专票")
        .customerSays("20261122-35")
        .hears("后四位")
        .customerSays(PHONE_LAST4)
        .hears("抬头、税号")
        .customerSays("杭州好物科技有限公司，91330100MA27XXXXXX，发到 a@b.cn")
        .waitsForOperator("invoice_request");
  }

  @Test
  void what_was_issued_is_shown() {
    conversation.lent().configured("invoice_where_en", "See My orders");
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("has the invoice for order 20261101-02 been issued yet")
        .isUnderstoodAs("invoice.status")
        .hears("FP-17, issued on 2026-11-02, CNY 299.00")
        .hears("See My orders");
  }

  @Test
  void what_was_not_issued_is_not_made_up() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("20261122-35 的发票开好了吗")
        .isUnderstoodAs("invoice.status")
        .hears("还没有开出的发票");
  }

  @Test
  void a_change_of_an_issued_one_is_taken_down() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("i need an invoice with my company name for order 20261101-02")
        .isUnderstoodAs("invoice.request")
        .hears("FP-17")
        .customerSays("Acme Ltd, tax number 123456")
        .waitsForOperator("invoice_request");
  }

  @Test
  void what_is_not_paid_has_no_invoice() {
    conversation.identifiedAs(CUSTOMER).customerSays("订单 20261123-91 帮我开发票").hears("还没有付款");
  }

  @Test
  void another_customers_invoices_stay_hidden() {
    conversation
        .identifiedAs("C-2")
        .customerSays("has the invoice for order 20261101-02 been issued yet")
        .hears("last four digits")
        .doesNotHear("FP-17");
  }

  @Test
  void a_person_helps_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(CUSTOMER)
        .customerSays("has the invoice for order 20261101-02 been issued yet")
        .waitsForOperator("erp_unavailable");
  }
}
