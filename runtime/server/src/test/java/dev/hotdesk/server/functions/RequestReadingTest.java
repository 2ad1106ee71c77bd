package dev.hotdesk.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestReadingTest {

  @Test
  void plugins_do_not_see_who_is_logged_in() {
    assertThat(
            RequestReading.headers(
                Map.of(
                    "Cookie", List.of("hotdesk_session=x"),
                    "AUTHORIZATION", List.of("Bearer x"),
                    "X-Hotdesk-CSRF", List.of("x"),
                    "X-Signature", List.of("a", "b"),
                    "X-Empty", List.of())))
        .containsExactlyInAnyOrderEntriesOf(Map.of("x-signature", "a", "x-empty", ""));
  }

  @Test
  void a_body_is_read_in_its_own_encoding() {
    var latin = new MediaType("text", "plain", "ISO-8859-1");
    assertThat(RequestReading.text("é".getBytes(StandardCharsets.ISO_8859_1), latin))
        .isEqualTo("é");
    for (var type :
        List.of(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "plain", "klingon"))) {
      assertThat(RequestReading.text("你好".getBytes(StandardCharsets.UTF_8), type)).isEqualTo("你好");
    }
    assertThat(RequestReading.text(new byte[0], null)).isEmpty();
  }
}
