package dev.hotdesk.bench.search;

import java.util.List;
import java.util.Random;

/**
 * What customers and operators say in Chinese and English: common words, rare names and numbers.
 */
public final class Chatter {

  private static final List<String> ZH =
      List.of(
          "你好,我的订单%s什么时候发货?",
          "我想退货,%s的颜色和图片不一样",
          "请问%s还有货吗?我要两件",
          "亲,%s的运费是谁出的?",
          "已经三天了,%s还没有到,麻烦催一下快递",
          "%s尺码偏大,可以换小一号吗",
          "您好,退款一般三到五个工作日到账,%s",
          "好的谢谢,%s我再看看");
  private static final List<String> EN =
      List.of(
          "Hi, when will my order %s be shipped?",
          "I would like to return %s, the colour is different",
          "Is %s still available in size M?",
          "Who pays for the shipping of %s?",
          "It has been three days and %s has not arrived yet",
          "The refund of %s takes three to five working days",
          "Thanks, I will have another look at %s");
  private static final int FIRST = 0x4e00;
  private static final int CHARACTERS = 3000;

  private final Random random;

  /** Says the same each time for the same seed. */
  public Chatter(long seed) {
    this.random = new Random(seed);
  }

  /** The next message; every fifth has an order's number, every twentieth a phone's. */
  public String next(int number) {
    var forms = random.nextInt(3) == 0 ? EN : ZH;
    return forms.get(random.nextInt(forms.size())).formatted(about(number));
  }

  private String about(int number) {
    if (number % 20 == 7) {
      return phone(number);
    }
    return number % 5 == 0 ? order(number) : product(random.nextInt(20_000));
  }

  /** The number of an order, of one message only. */
  public static String order(int number) {
    return "2026%04d-%d".formatted(number % 10_000, number / 10_000);
  }

  /** A phone's number, of one message only. */
  public static String phone(int number) {
    return "138%08d".formatted(number);
  }

  /** What a shop calls one of its products. */
  public static String product(int number) {
    var names = new Random(number);
    var name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.appendCodePoint(FIRST + names.nextInt(CHARACTERS));
    }
    return name.toString();
  }
}
