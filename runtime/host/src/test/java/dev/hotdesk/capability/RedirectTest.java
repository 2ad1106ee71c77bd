package dev.hotdesk.capability;

import static dev.hotdesk.capability.LenderTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hotdesk.api.Http.Request;
import dev.hotdesk.api.NotPermittedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a plugin's call is sent on to. */
class RedirectTest extends ShopCalls {

  @Test
  void follows_redirects_within_the_list_of_hosts() {
    shop.redirect("/a", 302, "/b");
    shop.redirect("/b", 307, shop.base() + "/hours");

    assertThat(send("/a").body()).isEqualTo("9 to 18");
    assertThat(shop.heard()).containsExactly("GET /a", "GET /b", "GET /hours");
  }

  @Test
  void follows_no_redirect_out_of_the_list_of_hosts() {
    shop.redirect("/out", 302, "http://127.0.0.1:" + shop.port() + "/hours");

    assertThatThrownBy(() -> send("/out"))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("outbound:127.0.0.1:" + shop.port());
    assertThat(shop.heard()).containsExactly("GET /out");
  }

  @Test
  void follows_five_redirects_and_no_sixth() {
    for (int i = 1; i <= 6; i++) {
      shop.redirect("/r" + i, 302, i == 1 ? "/hours" : "/r" + (i - 1));
    }

    assertThat(send("/r5").body()).isEqualTo("9 to 18");
    assertThatThrownBy(() -> send("/r6"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("redirects more than 5 times");
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "303, PUT, GET",
    "302, PUT, PUT",
    "307, POST, POST",
    "308, POST, POST",
    "303, HEAD, HEAD"
  })
  void a_redirect_keeps_the_method_where_the_standard_says_so(
      int status, String method, String then) {
    shop.redirect("/from", status, "/to");
    shop.on("/to", exchange -> Shop.answer(exchange, 200, ""));
    var request =
        new Request(
            method,
            URI.create(shop.base() + "/from"),
            Map.of("Content-Type", "text/plain"),
            method.equals("HEAD") ? "" : "x",
            Duration.ofSeconds(30));
    loan.context().http().send(request);

    assertThat(shop.heard()).containsExactly(method + " /from", then + " /to");
  }

  @Test
  void credentials_do_not_follow_a_redirect_to_another_origin() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          Shop.answer(exchange, 200, String.valueOf(exchange.getRequestHeaders().keySet()));
          exchange.close();
        });
    other.start();
    int otherPort = other.getAddress().getPort();
    shop.redirect("/away", 302, "http://localhost:" + otherPort + "/");
    try (var wide = new Lent("localhost")) {
      var http =
          wide.context("outbound:localhost:" + shop.port() + ", outbound:localhost:" + otherPort)
              .http();
      var headers = Map.of("Authorization", "x", "X-Api-Key", "x", "Cookie", "x", "Accept", "*/*");
      var request =
          new Request(
              "GET", URI.create(shop.base() + "/away"), headers, "", Duration.ofSeconds(30));

      assertThat(http.send(request).body())
          .contains("Accept")
          .doesNotContain("Authorization", "X-api-key", "Cookie");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void a_redirect_from_https_to_http_is_not_followed() {
    var request = get("https://api.shop.example/");

    assertThatThrownBy(
            () -> OutboundRules.after(request, 302, Map.of("location", "http://api.shop.example/")))
        .hasMessageContaining("anybody could read along");
  }
}
