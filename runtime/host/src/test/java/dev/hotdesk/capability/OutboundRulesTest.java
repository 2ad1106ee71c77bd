package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are sent at all. */
class OutboundRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Connection",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Proxy-Authorization",
        "Accept-Encoding",
        "TE"
      })
  void headers_of_the_client_itself_cannot_be_set(String header) {
    var request =
        new Request(
            "GET",
            URI.create("http://localhost/hours"),
            Map.of(header, "x"),
            "",
            Duration.ofSeconds(30));

    assertThatThrownBy(() -> OutboundRules.check(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The header " + header);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ftp://localhost/, begins with ftp",
    "GET, file:///etc/passwd, begins with file",
    "GET, http://user:word@localhost/, name or password",
    "GET, http:///, names no host",
    "GET, /hours, begins with null",
    "TRACE, http://localhost/, The method",
    "CONNECT, http://localhost/, The method",
    "'GET / HTTP/1.1', http://localhost/, The method"
  })
  void what_is_no_sound_request_is_refused(String method, String uri, String words) {
    var request = new Request(method, URI.create(uri), Map.of(), "", Duration.ofSeconds(30));

    assertThatThrownBy(() -> OutboundRules.check(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("word@");
  }

  @Test
  void a_body_beyond_one_mebibyte_and_a_timeout_of_nothing_are_refused() {
    var uri = URI.create("http://localhost/hours");
    var big = new Request("POST", uri, Map.of(), "x".repeat((1 << 20) + 1), Duration.ofSeconds(30));
    var hasty = new Request("GET", uri, Map.of(), "", Duration.ZERO);

    assertThatThrownBy(() -> OutboundRules.check(big))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1,048,577 bytes");
    assertThatThrownBy(() -> OutboundRules.check(hasty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout");
  }
}
