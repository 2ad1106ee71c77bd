package dev.hotdesk.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.server.search.Wanted.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Test
  void chinese_is_taken_apart_into_pairs() {
    assertThat(terms("退货运费")).containsExactly("退货", "货运", "运费", "费");
    assertThat(terms("𠮷野家")).containsExactly("𠮷野", "野家", "家");
  }

  @Test
  void other_languages_are_taken_apart_into_words_without_accents_and_case() {
    assertThat(terms("Où est mon CAFÉ?")).containsExactly("ou", "est", "mon", "cafe");
    assertThat(terms("iPhone15保护壳")).containsExactly("iphone15", "保护", "护壳", "壳");
    assertThat(terms("ＡＢＣ")).containsExactly("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "订单20261123-88到哪了, #2026112388",
    "order SO2026-001., #so2026001",
    "call 138 1234 5678 please, #13812345678",
    "+86 138-1234-5678, #13812345678",
    "0086 13812345678, #13812345678",
  })
  void numbers_are_kept_whole_however_they_are_written(String text, String number) {
    assertThat(terms(text)).contains(number);
  }

  @Test
  void short_numbers_and_parts_of_words_are_no_numbers_of_anything() {
    assertThat(terms("size 42, model x1234y")).noneMatch(it -> it.startsWith("#"));
  }

  @Test
  void a_query_wants_all_pairs_and_beginnings_of_words() {
    assertThat(Wanted.of("退货 refun").parts())
        .containsExactly(new Part("退货", false), new Part("refun", true));
    assertThat(Wanted.of("鞋").parts()).containsExactly(new Part("鞋", true));
    assertThat(Wanted.of(" 138 1234 5678 ").number()).contains("#13812345678");
    assertThat(Wanted.of("order 20261123").number()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "?!", "a", "😀", "''&|!:*"})
  void what_would_find_everything_or_nothing_is_refused(String query) {
    assertThatThrownBy(() -> Wanted.of(query)).isInstanceOf(AbsurdQueryException.class);
  }

  @Test
  void what_is_too_long_is_refused() {
    for (var query :
        List.of("x".repeat(101), "退货运费谁出什么时候到仓库发快递给我们店里", "a b c d e f g h i j k l m n o p q")) {
      assertThatThrownBy(() -> Wanted.of(query)).isInstanceOf(AbsurdQueryException.class);
    }
  }

  @Test
  void marks_are_where_the_words_stand_in_the_text_as_it_was_written() {
    var text = "我要退货运费, Refunds for 138 1234 5678";

    assertThat(marked(text, "退货运费")).containsExactly("退货运费");
    assertThat(marked(text, "refund")).containsExactly("Refunds");
    assertThat(marked(text, "13812345678")).containsExactly("138 1234 5678");
    assertThat(marked("a😀Äpfel", "apfel")).containsExactly("Äpfel");
  }

  private static List<String> terms(String text) {
    return Tokens.of(text).stream().map(Token::term).toList();
  }

  private static List<String> marked(String text, String query) {
    return Marks.in(text, Wanted.of(query)).stream()
        .map(mark -> text.substring(mark.start(), mark.end()))
        .toList();
  }
}
