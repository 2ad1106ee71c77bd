package dev.hotdesk.agent.promotions;

import static dev.hotdesk.testkit.Samples.promotion;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class PromotionsAgentTest {

  private final Conversation conversation =
      Conversation.with(new PromotionsAgent())
          .knowing(promotion(300, 50))
          .knowing(promotion(500, 120, 3, 9));

  @Test
  void confirms_an_offer_that_runs() {
    conversation
        .customerSays("满300减50还有吗?")
        .isUnderstoodAs("promotion.activity")
        .hears("有的！“满300减50”正在进行")
        .hears("每单限用一次")
        .doesNotHear("500");
  }

  @Test
  void confirms_it_in_english() {
    conversation
        .customerSays("is the 50 off 300 offer still on?")
        .hears("Yes! “50 off 300” is running until")
        .hears("Once an order");
  }

  @Test
  void says_when_an_announced_offer_begins() {
    conversation.customerSays("满500减120还有吗?").hears("还没开始");
  }

  @Test
  void lists_what_is_on_when_there_is_no_such_offer() {
    conversation
        .customerSays("满200减30还有吗?")
        .hears("没有这个活动")
        .hears("· 满300减50")
        .hears("预告：满500减120");
  }

  @Test
  void lists_what_is_on_even_after_one_offer_was_spoken_of() {
    conversation
        .customerSays("spend 300 and save 50, is that still valid?")
        .doesNotHear("Coming")
        .customerSays("what offers are running now?")
        .hears("· 50 off 300, until")
        .hears("Coming: 120 off 500");
  }

  @Test
  void explains_coupons() {
    conversation.customerSays("优惠券怎么领?").isUnderstoodAs("promotion.coupon").hears("我的优惠券");
  }

  @Test
  void explains_coupons_in_english() {
    conversation.customerSays("how do i use a coupon code?").hears("My coupons");
  }

  @Test
  void brings_a_person_while_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .customerSays("what offers are running now")
        .waitsForOperator("erp_unavailable");
  }
}
