package dev.hotdesk.server.frame;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.MalformedFrameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {

  static String[] unreadable() {
    return new String[] {
      "{\"type\":" + "[".repeat(8_000),
      "{\"a\":".repeat(2_000),
      "{\"type\":\"say\",\"n\":" + "9".repeat(8_000) + ".5}",
      "{\"type\":\"say\",\"n\":1e99999999999}",
      "",
      "null"
    };
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_the_parser_cannot_read_is_malformed(String text) {
    assertThatThrownBy(() -> Frame.parse(text).number("n", 0))
        .isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> Frame.member(text, "n")).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void a_number_that_is_too_great_is_malformed_and_no_other_number() {
    var frame = Frame.parse("{\"type\":\"hello\",\"after\":99999999999999999999}");

    assertThatThrownBy(() -> frame.number("after", 0))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessage("after: wanted a whole number");
  }
}
