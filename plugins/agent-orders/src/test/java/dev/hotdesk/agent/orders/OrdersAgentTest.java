package dev.hotdesk.agent.orders;

import static dev.hotdesk.api.Order.Status.DELIVERED;
import static dev.hotdesk.api.Order.Status.PAID;
import static dev.hotdesk.api.Order.Status.SHIPPED;
import static dev.hotdesk.testkit.Samples.CUSTOMER;
import static dev.hotdesk.testkit.Samples.PHONE_LAST4;
import static dev.hotdesk.testkit.Samples.order;
import static dev.hotdesk.testkit.Samples.shipment;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class OrdersAgentTest {

  private final Conversation conversation =
      Conversation.with(new OrdersAgent())
          .knowing(order("20261123-88", SHIPPED), shipment())
          .knowing(order("20261101-02", DELIVERED), shipment());

  @Test
  void asks_for_the_number_and_the_proof_and_tells_where_the_order_is() {
    conversation
        .customerSays("我的订单到哪了?")
        .isUnderstoodAs("order.status")
        .hears("请问是哪个订单")
        .customerSays("20261123-88")
        .hears("后四位")
        .customerSays(PHONE_LAST4)
        .hears("订单 20261123-88（羊毛圆领毛衣）已发货")
        .hears("顺丰速运 SF100200300")
        .hears("杭州转运中心")
        .hears("预计");
  }

  @Test
  void tells_it_in_english() {
    conversation
        .customerSays("where is order 20261123-88")
        .hears("last four digits")
        .customerSays("it ends in 6688, the last four are 6688")
        .hears("Order 20261123-88 (Wool crew-neck sweater) is on its way.")
        .hears("SF Express SF100200300: Hangzhou hub")
        .hears("Expected on");
  }

  @Test
  void asks_again_kindly_when_nothing_matches() {
    conversation
        .customerSays("我的订单 20261123-88 到哪了?")
        .customerSays("1111")
        .hears("没有找到")
        .customerSays("20261123-77")
        .hears("后四位")
        .customerSays("20261123-88")
        .customerSays(PHONE_LAST4)
        .hears("已发货");
  }

  @Test
  void brings_a_person_after_too_many_guesses() {
    conversation.customerSays("where is order 20261123-88");
    for (var guess = 1111; guess < 1116; guess++) {
      conversation.customerSays("" + guess).hears("no order that matches");
    }
    conversation.customerSays(PHONE_LAST4).waitsForOperator("order_not_proven");
  }

  @Test
  void takes_the_only_open_order_of_a_known_customer() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("我的订单到哪了?")
        .hears("订单 20261123-88")
        .doesNotHear("20261101-02");
  }

  @Test
  void lets_a_known_customer_choose_among_several() {
    conversation
        .knowing(order("20261122-35", PAID))
        .identifiedAs(CUSTOMER)
        .customerSays("where is my order")
        .hears("2 orders under way")
        .hears("20261122-35")
        .customerSays("20261122-35")
        .hears("being packed");
  }

  @Test
  void is_sorry_for_a_delay_of_what_was_shipped() {
    conversation
        .knowing(order("20261122-35", PAID))
        .identifiedAs(CUSTOMER)
        .customerSays("快递一直不动,催一下")
        .isUnderstoodAs("delivery.delayed")
        .hears("抱歉让您久等了")
        .hears("预计");
  }

  @Test
  void names_the_day() {
    conversation
        .identifiedAs(CUSTOMER)
        .customerSays("when will my parcel arrive")
        .isUnderstoodAs("delivery.eta")
        .hears("Expected on");
  }

  @Test
  void brings_a_person_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(CUSTOMER)
        .customerSays("where is order 20261123-88")
        .waitsForOperator("erp_unavailable");
  }
}
