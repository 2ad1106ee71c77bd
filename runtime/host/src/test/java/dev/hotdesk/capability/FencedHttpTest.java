package dev.hotdesk.capability;

import static dev.hotdesk.capability.LenderTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Http.Request;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls of a shop's system on this machine, which the admin has opened. */
class FencedHttpTest extends ShopCalls {

  @Test
  void gives_status_headers_and_body_of_whatever_answer() {
    shop.on(
        "/odd",
        exchange -> {
          exchange.getResponseHeaders().add("X-One", "first");
          exchange.getResponseHeaders().add("X-One", "second");
          exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=GBK");
          var bytes = "你好".getBytes(Charset.forName("GBK"));
          exchange.sendResponseHeaders(404, bytes.length);
          exchange.getResponseBody().write(bytes);
        });

    var response = send("/odd");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("你好");
    assertThat(response.headers()).containsEntry("x-one", "first");
    assertThat(lent.figures.all()).containsExactly("agent-hours localhost 4xx");
  }

  @Test
  void sends_method_headers_and_body() {
    shop.on(
        "/orders",
        exchange ->
            Shop.answer(
                exchange,
                200,
                exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var request =
        new Request(
            "PUT",
            URI.create(shop.base() + "/orders?x=1"),
            Map.of("Authorization", "Bearer 1"),
            "退货",
            Duration.ofSeconds(30));

    assertThat(loan.context().http().send(request).body()).isEqualTo("Bearer 1 退货");
    assertThat(shop.heard()).containsExactly("PUT /orders?x=1");
  }

  @Test
  void a_private_address_needs_the_admin_too() {
    try (var strict = new Lent()) {
      var http = strict.context("outbound:localhost:" + shop.port()).http();

      assertThatThrownBy(() -> http.send(get(shop.base() + "/hours")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("hotdesk.plugins.http.private");
      assertThat(shop.heard()).isEmpty();
      assertThat(strict.figures.all()).containsExactly("agent-hours localhost failed");
    }
  }

  @Test
  void a_name_that_moves_into_a_private_network_during_the_call_shows_the_plugin_nothing() {
    var looks = new AtomicInteger();
    var guard =
        new AddressGuard(
            Set.of(),
            _ ->
                new InetAddress[] {
                  InetAddress.getByName(looks.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1")
                });
    try (var client = new OutboundClient(guard)) {
      var fence = new Fence("agent-hours", "1.2.0", 1);
      var grants = new Grants(Lent.jar("outbound:localhost:" + shop.port(), "").permissions());
      var http = new FencedHttp(fence, grants, client, Duration.ofSeconds(30), OwnFigures.NONE);

      assertThatThrownBy(() -> http.send(get(shop.base() + "/hours")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void takes_an_answer_of_one_mebibyte_and_no_more() {
    shop.on("/full", exchange -> Shop.answer(exchange, 200, "x".repeat(1 << 20)));
    shop.on("/more", exchange -> Shop.answer(exchange, 200, "x".repeat((1 << 20) + 1)));

    assertThat(send("/full").body()).hasSize(1 << 20);
    assertThatThrownBy(() -> send("/more")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void what_went_wrong_is_told_without_path_and_query() {
    shop.close();

    assertThatThrownBy(() -> send("/hooks/t0ken?key=s3cret"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("The call of " + shop.base() + " failed: ConnectException")
        .message()
        .doesNotContain("t0ken", "s3cret");
  }

  @Test
  void a_request_that_is_not_sound_is_not_sent() {
    var headers = Map.of("Host", "api.shop.example");
    var request =
        new Request("GET", URI.create(shop.base() + "/hours"), headers, "", Duration.ofSeconds(30));

    assertThatThrownBy(() -> loan.context().http().send(request))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shop.heard()).isEmpty();
  }
}
