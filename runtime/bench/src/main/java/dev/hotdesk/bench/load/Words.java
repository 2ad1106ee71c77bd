package dev.hotdesk.bench.load;

/** What the crowd says. */
final class Words {

  /** The bot answers each of these; in both languages, as shops' customers do. */
  private static final String[] QUESTIONS = {
    "我的订单 20261123-88 到哪了?",
    "where is order 20261123-88",
    "满300减50还有吗?",
    "any discount code right now?",
    "这件毛衣起球吗?",
    "does this sweater pill?",
  };

  private Words() {}

  /** The client's id of the so-many-th thing that a customer says. */
  static String id(int number) {
    return "m" + number;
  }

  static String question(int customer) {
    return QUESTIONS[customer % QUESTIONS.length];
  }

  static boolean isEnglish(int customer) {
    return customer % 2 == 1;
  }

  /** What a customer says to a person: by its number it is known again in the answer. */
  static String remark(int number) {
    return "q " + number;
  }

  /** The person's answer to this remark; empty if it is none. */
  static String answer(String remark) {
    return remark.startsWith("q ") ? "a " + remark.substring(2) : "";
  }

  /** Which remark these words are; -1 if none. */
  static int remarked(String text) {
    return text.startsWith("q ") ? Integer.parseInt(text.substring(2)) : -1;
  }

  /** To which remark these words are the answer; -1 if to none. */
  static int answered(String text) {
    return text.startsWith("a ") ? Integer.parseInt(text.substring(2)) : -1;
  }
}
