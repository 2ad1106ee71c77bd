package dev.hotdesk.bench;

import java.util.List;

/** What customers of the sample shop ask, such that the bot can answer each. */
final class Questions {

  /**
   * One question.
   *
   * @param lang the language of the page
   * @param sku the product on the page, or empty
   */
  record Question(String lang, String sku, String text) {}

  /** Chinese and English in turn. */
  static final List<Question> ALL =
      List.of(
          new Question("zh", "SW-1001-BL-M", "这件毛衣起球吗?"),
          new Question("en", "SW-1001-BL-M", "is the blue one in M in stock?"),
          new Question("zh", "", "满300减50还有吗?"),
          new Question("en", "", "where is order 20261123-88"),
          new Question("zh", "", "我的订单 20261123-88 到哪了?"),
          new Question("en", "SW-1001-BL-M", "does this sweater pill?"),
          new Question("zh", "SW-1001-BL-M", "蓝色 M 码有货吗?"),
          new Question("en", "", "any discount code right now?"));

  /** Those that the orders agent answers. */
  static final List<Question> ORDERS =
      List.of(
          new Question("zh", "", "我的订单 20261123-88 到哪了?"),
          new Question("en", "", "where is order 20261123-88"));

  private Questions() {}

  /** The one whose turn it is. */
  static Question at(int turn) {
    return at(turn, ALL);
  }

  /** The one of these whose turn it is. */
  static Question at(int turn, List<Question> some) {
    return some.get(Math.floorMod(turn, some.size()));
  }
}
