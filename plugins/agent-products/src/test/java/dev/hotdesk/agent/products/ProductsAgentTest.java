package dev.hotdesk.agent.products;

import static dev.hotdesk.testkit.Samples.review;
import static dev.hotdesk.testkit.Samples.stock;
import static dev.hotdesk.testkit.Samples.sweater;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class ProductsAgentTest {

  private final Conversation conversation =
      Conversation.with(new ProductsAgent())
          .knowing(
              sweater(),
              review(4, "袖口有一点起球", "pilling"),
              review(2, "Pilled after a month", "pilling"),
              review(5, "很合身", "size"),
              review(5, "Lovely", "colour"))
          .knowing(
              stock("SW-1-BLUE-M", 12),
              stock("SW-1-BLUE-L", 0),
              stock("SW-1-RED-M", 2),
              stock("SW-1-RED-L", 5));

  @Test
  void answers_on_pilling_from_the_description_and_the_reviews() {
    conversation
        .customerSays("这件毛衣起球吗?")
        .hears("商品说明写的是“抗起球 4 级”")
        .hears("4 条评价中有 2 条提到起球，例如：“袖口有一点起球”（4 星）");
  }

  @Test
  void says_it_of_one_review_in_good_english() {
    conversation
        .customerSays("how is the fit of this sweater, is the size good?")
        .hears("1 of 4 reviews mentions size and fit");
  }

  @Test
  void answers_on_pilling_in_english() {
    conversation
        .customerSays("does this sweater pill?")
        .hears("the product description says “Pilling resistance grade 4”")
        .hears("2 of 4 reviews mention pilling, for example: “Pilled after a month” (2 stars)");
  }

  @Test
  void says_so_when_neither_tells() {
    conversation.customerSays("这件毛衣有异味吗,质量怎么样").hears("没有写气味").hears("没有人提到");
  }

  @Test
  void sums_up_what_buyers_think() {
    conversation
        .customerSays("is the sweater good quality?")
        .hears("4 reviews, 4.0 stars on average");
  }

  @Test
  void looks_up_the_stock_of_what_is_on_the_page() {
    conversation
        .onPage("SW-1")
        .customerSays("is the blue one in M in stock?")
        .isUnderstoodAs("product.availability")
        .hears("Wool crew-neck sweater in Blue, M, is in stock")
        .customerSays("do you have it in red?")
        .hears("only 2 left");
  }

  @Test
  void asks_for_what_is_missing() {
    conversation
        .customerSays("这款还有货吗?")
        .hears("哪件商品")
        .customerSays("毛衣")
        .hears("蓝色、红色")
        .customerSays("蓝色")
        .hears("M、L")
        .customerSays("L")
        .hears("蓝色 L 暂时缺货")
        .hears("现在有货的：蓝色 M、红色 L");
  }

  @Test
  void takes_the_very_unit_on_the_page() {
    conversation
        .onPage("SW-1-RED-M")
        .customerSays("is it in stock?")
        .hears("in Red, M, is in stock, only 2 left");
  }

  @Test
  void tells_a_specification_or_all() {
    conversation
        .onPage("SW-1")
        .customerSays("这件是什么材质?")
        .hears("100% 羊毛")
        .customerSays("多少钱?")
        .hears("¥299.00")
        .customerSays("tell me the specifications")
        .hears("· Care: Hand wash cold");
  }

  @Test
  void tells_how_to_wash_it_and_which_size_to_take() {
    conversation
        .onPage("SW-1")
        .customerSays("how do i wash it?")
        .isUnderstoodAs("product.usage")
        .hears("Hand wash cold")
        .customerSays("我穿多大码合适?")
        .isUnderstoodAs("product.recommend")
        .hears("按平时尺码选")
        .hears("1 条提到尺码版型");
  }

  @Test
  void brings_a_person_while_the_erp_is_down() {
    conversation
        .onPage("SW-1")
        .whileErpIsDown()
        .customerSays("is it in stock?")
        .waitsForOperator("erp_unavailable");
  }
}
