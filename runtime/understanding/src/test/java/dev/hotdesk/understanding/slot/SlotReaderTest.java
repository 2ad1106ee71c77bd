package dev.hotdesk.understanding.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Money;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Product.Unit;
import dev.hotdesk.api.Text;
import dev.hotdesk.routing.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotReaderTest {

  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              product(
                  "P1",
                  new Text("羊毛圆领毛衣", "Wool sweater"),
                  new Unit("SKU-P1-1", new Text("蓝色", "Blue"), "M"),
                  new Unit("SKU-P1-2", new Text("灰色", "Grey"), "L")),
              product(
                  "P2",
                  new Text("轻便跑鞋", "Running shoes"),
                  new Unit("SKU-P2-B-42", new Text("黑色", "Black"), "42"))));

  private final SlotReader reader = new SlotReader(MONDAY);

  private static Product product(String id, Text name, Unit... units) {
    var price = Money.of("199", "CNY");
    return new Product(id, name, List.of(), price, List.of(), List.of(units));
  }

  private Map<String, String> slots(String text, String asked) {
    return reader.read(text, asked, CATALOGUE).slots();
  }

  private static Map<String, String> map(String pairs) {
    return pairs == null
        ? Map.of()
        : Arrays.stream(pairs.split(" "))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "我的订单 20261123-88 到哪了?, order_number=20261123-88",
    "where is order #20261123-88?, order_number=20261123-88",
    "２０２６１１２３－８８, order_number=20261123-88",
    "20261123 88, order_number=20261123-88",
    "2026112388到哪了, order_number=20261123-88",
    "订单20261123—88, order_number=20261123-88",
    "订单号是A88213, order_number=A88213",
    "order no. 55120 please, order_number=55120",
    "尾号1234, phone_last4=1234",
    "手机后四位是 5678, phone_last4=5678",
    "last four 1234, phone_last4=1234",
    "my phone ends in 9876, phone_last4=9876",
    "1234, phone_last4=1234",
    "20261123-88 尾号0007, order_number=20261123-88 phone_last4=0007",
    "满300减50还有吗?, threshold=300 discount=50",
    "满 300 元减 50 元, threshold=300 discount=50",
    "is the spend 300 save 50 deal on, threshold=300 discount=50",
    "$50 off $300 still on?, threshold=300 discount=50",
    "'50 off orders over 300', threshold=300 discount=50",
    "199块能买到吗, amount=199",
    "is it £19.90, amount=19.9",
    "XL有吗, size=XL",
    "is it in m, size=M",
    "有没有中码, size=M",
    "extra large please, size=XL",
    "42码的, size=42",
    "size 9 trainers?, size=9",
    "明天能到吗, date=2026-11-24",
    "by friday please, date=2026-11-27",
    "下周三送, date=2026-12-02",
    "11月25日, date=2026-11-25",
    "on dec 3rd, date=2026-12-03",
    "大后天能到不, date=2026-11-26",
    "上周三买的, date=2026-11-18",
    "下个月3号送, date=2026-12-03",
    "十一月五号下单的, date=2026-11-05",
    "15号能到吗, date=2026-12-15",
    "15号下的单, date=2026-11-15",
    "3号楼, ",
    "1月5号, date=2027-01-05",
    "双十二还打折不, date=2026-12-12",
    "春节发货吗, date=2027-02-06",
    "next friday please, date=2026-12-04",
    "last tuesday, date=2026-11-17",
    "the 14th please, date=2026-12-14",
    "ordered on the 14th, date=2026-11-14",
    "by 25/11, date=2026-11-25",
    "feb 31st, ",
    "before christmas, date=2026-12-25",
    "the day after tomorrow, date=2026-11-25",
    "black friday deals?, date=2026-11-27",
    "三百二十块的那个, amount=320",
    "三块五, amount=3.5",
    "二百五十元, amount=250",
    "一千五百块, amount=1500",
    "'£1,299.00', amount=1299",
    "40 quid, amount=40",
    "满三百减五十, threshold=300 discount=50",
    "买两双, quantity=2",
    "a pair of socks, quantity=1",
    "2 dozen, quantity=24",
    "买2件, quantity=2",
    "电话13812345678, phone=13812345678",
    "１３８ １２３４ ５６７８, phone=13812345678",
    "ring me on 07700 900123, phone=07700900123",
    "+44 7700 900123, phone=+447700900123",
    "call (212) 555-0123, phone=2125550123",
    "SF1234567890123到哪了, order_number=SF1234567890123",
    "tracking number is AB123456789GB, order_number=AB123456789GB",
    "order ORD-2026-8831 please, order_number=ORD-2026-8831",
    "order 2 shirts, ",
    "i'm waiting, ",
  })
  void finds_particulars_by_their_form(String text, String wanted) {
    assertThat(slots(text, "")).isEqualTo(map(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "这件毛衣起球吗, product=P1",
    "does the Wool Sweater pill, product=P1",
    "any WOOL SWEATERS left?, product=P1",
    "SKU-P2-B-42 有货吗, product=P2",
    "is the blue one in M in stock?, colour=blue size=M",
    "蓝色的还有吗, colour=blue",
    "蓝的有没有, colour=blue",
    "do you have it in gray, colour=grey",
    "blueberry pie, ",
    "跑鞋有货吗, product=P2",
  })
  void finds_the_shops_own_words(String text, String wanted) {
    assertThat(slots(text, "")).isEqualTo(map(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "AB-12345, order_number, order_number=AB-12345",
    "13812345678, phone_last4, phone_last4=5678",
    "it is 1234 thanks, phone_last4, phone_last4=1234",
    "42, size, size=42",
    "l, size, size=L",
    "蓝, colour, colour=blue",
  })
  void takes_less_for_an_answer_when_it_was_asked(String text, String asked, String wanted) {
    assertThat(slots(text, asked)).isEqualTo(map(wanted));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261123-88",
        "订单号:20261123-88",
        "blue",
        "1234",
        "the blue one please",
        "M码",
        "蓝色的呢",
        "it's order 20261123-88",
        "尾号1234"
      })
  void knows_a_message_that_is_nothing_but_particulars(String text) {
    assertThat(reader.read(text, "", CATALOGUE).bare()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我的订单 20261123-88 到哪了?",
        "满300减50还有吗?",
        "is the blue one in M in stock?",
        "你好",
        ""
      })
  void knows_a_message_that_says_more(String text) {
    assertThat(reader.read(text, "", CATALOGUE).bare()).isFalse();
  }

  @Test
  void an_open_question_is_answered_by_the_words_themselves() {
    var answer = reader.read(" 杭州市西湖区文三路12号3栋 ", "new_address", CATALOGUE);

    assertThat(answer.slots()).containsEntry("new_address", "杭州市西湖区文三路12号3栋");
    assertThat(answer.bare()).isTrue();
    assertThat(reader.read("where is my order?", "new_address", CATALOGUE).bare()).isFalse();
    assertThat(slots("🙂", "new_address")).isEmpty();
    assertThat(slots("订单太大了", "order_number")).isEmpty();
    assertThat(slots("x".repeat(4_000), "reason").get("reason")).hasSize(500);
  }
}
