package dev.hotdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells who somebody is goes, and what a message is about stays. */
class MaskerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "打13800138000找我|打[电话]找我",
        "手机138 0013 8000|手机[电话]",
        "手机138-0013-8000,快|手机[电话],快",
        "手机138 001 38000|手机[电话]",
        "+86 13800138000|[phone]",
        "电话是008613800138000|电话是[电话]",
        "电话13800138000|电话[电话]",
        "座机010-12345678|座机[电话]",
        "座机(0571)87654321|座机[电话]",
        "call me on 07700 900123 please|call me on [phone] please",
        "call 07700900123|call [phone]",
        "it's 020 7946 0958|it's [phone]",
        "+44 7700 900123|[phone]",
        "+44 (0)20 7946 0958|[phone]",
        "ring (555) 123-4567|ring [phone]",
        "ring 555-123-4567.|ring [phone].",
        "ring 1-555-123-4567|ring [phone]",
        "+1 555 123 4567|[phone]",
      })
  void telephone_numbers_go(String text, String masked) {
    assertThat(Masker.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "身份证11010519491231002X对吗|身份证[身份证号]对吗",
        "my id is 110105194912310021|my id is [id number]",
        "身份证110105 19491231 002x|身份证[身份证号]",
        "卡号6222020000000000000|卡号[银行卡号]",
        "my card 4111 1111 1111 1111 was declined|my card [card number] was declined",
        "5500-0000-0000-0004|[card number]",
        "amex 3782 822463 10005|amex [card number]",
        "发到 xiao.ming@example.com 吧|发到 [邮箱] 吧",
        "write to jo+shop@mail.example.co.uk|write to [email]",
      })
  void identity_and_card_numbers_and_mail_go(String text, String masked) {
    assertThat(Masker.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "寄到浙江省杭州市西湖区文三路88号3栋2单元501室|寄到[地址]",
        "寄到文三路88号可以吗|寄到[地址]可以吗",
        "改到北京市朝阳区望京街道阜通东大街6号院|改到[地址]",
        "上海市徐汇区漕溪北路|[地址]",
        "我住阳光花园3栋|我住[地址]",
        "改成3栋2单元501室|改成[地址]",
        "8幢1202,谢谢|[地址],谢谢",
        "I live at 221B Baker Street, send it there|I live at [address], send it there",
        "send to Flat 4, 12 High Street please|send to [address] please",
        "its 14 oak tree road|its [address]",
        "350 5th Avenue, Apt 12|[address]",
        "7 Elm Close is where|[address] is where",
        "PO Box 123|[address]",
        "postcode SW1A 1AA|postcode [postcode]",
        "m1 1ae|[postcode]",
        "Austin TX 78701|Austin TX [postcode]",
        "邮编310012|邮编[邮编]",
      })
  void postal_addresses_go(String text, String masked) {
    assertThat(Masker.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "订单20261123-88到哪了",
        "where is order 20261123-88",
        "order number 4111111111111111",
        "订单号13800138000",
        "订单1234567890123",
        "单号:SF1234567890123",
        "tracking 1Z999AA10123456784",
        "114-3941689-8772232",
        "这件199.00元吗",
        "it was £19.99, now 1,299.00",
        "42码有吗",
        "有2XL的吗",
        "is there a m 2XL",
        "s1 2XL or l2 4GB",
        "256GB 8GB+256GB",
        "3号能到吗",
        "在路上3号能到吗",
        "我知道3号发货",
        "11月3号下午3点",
        "2026-11-23 10:30",
        "on 03-11-2026 10 am",
        "两个一百二十块",
        "送到上海市吗",
        "杭州市西湖区能送吗",
        "SKU-4471",
        "do you deliver to London",
        "2 pairs on the way",
        "5 left in the square box",
        "700 x 25 road tyre",
        "3 days in a row",
        "1920 x 1080",
        "the 14th of May",
        "尺寸 120 200 180",
        "",
      })
  void what_a_message_is_about_stays(String text) {
    assertThat(Masker.masked(text)).isEqualTo(text);
  }

  @Test
  void several_go_from_one_message() {
    assertThat(Masker.masked("收件人电话13800138000,地址文三路88号,邮箱a@b.cn,订单20261123-88"))
        .isEqualTo("收件人电话[电话],地址[地址],邮箱[邮箱],订单20261123-88");
  }

  @Test
  void what_is_masked_stays_masked() {
    var once = Masker.masked("call 07700 900123 or write to a@b.cn, 12 High Street, SW1A 1AA");
    assertThat(Masker.masked(once)).isEqualTo(once);
  }

  @Test
  void long_messages_end() {
    assertThat(Masker.masked("市区路".repeat(7_000))).isNotEmpty();
    assertThat(Masker.masked("1 ".repeat(10_000))).isNotEmpty();
  }
}
