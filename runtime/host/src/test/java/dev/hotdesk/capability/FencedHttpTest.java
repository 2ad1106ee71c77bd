package dev.hotdesk.capability;

import static dev.hotdesk.capability.LenderTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.hotdesk.api.Http.Request;
import dev.hotdesk.api.Http.Response;
import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.generation.Capabilities.Loan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a shop's system on this machine, which the admin has opened. */
class FencedHttpTest {

  private final List<String> heard = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private String base;
  private Lent lent;
  private Loan loan;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    base = "http://localhost:" + port();
    lent = new Lent("localhost:" + port());
    loan = lent.loan("outbound:localhost:" + port(), "deadline=5s");
    on("/hours", exchange -> answer(exchange, 200, "9 to 18"));
  }

  @AfterEach
  void close() {
    end.countDown();
    lent.close();
    server.stop(0);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void on(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          synchronized (heard) {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          }
          handler.handle(exchange);
          exchange.close();
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void redirect(String from, int status, String to) {
    on(
        from,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          answer(exchange, status, "");
        });
  }

  private Response send(String path) {
    return loan.context().http().send(get(base + path));
  }

  @Test
  void gives_status_headers_and_body_of_whatever_answer() {
    on(
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
    on(
        "/orders",
        exchange ->
            answer(
                exchange,
                200,
                exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var request =
        new Request(
            "PUT",
            URI.create(base + "/orders?x=1"),
            Map.of("Authorization", "Bearer 1"),
            "退货",
            Duration.ofSeconds(5));

    assertThat(loan.context().http().send(request).body()).isEqualTo("Bearer 1 退货");
    assertThat(heard).containsExactly("PUT /orders?x=1");
  }

  @Test
  void a_private_address_needs_the_admin_too() {
    try (var strict = new Lent()) {
      var http = strict.context("outbound:localhost:" + port()).http();

      assertThatThrownBy(() -> http.send(get(base + "/hours")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("hotdesk.plugins.http.private");
      assertThat(heard).isEmpty();
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
      var grants = new Grants(Lent.jar("outbound:localhost:" + port(), "").permissions());
      var http = new FencedHttp(fence, grants, client, Duration.ofSeconds(5), OwnFigures.NONE);

      assertThatThrownBy(() -> http.send(get(base + "/hours")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void follows_redirects_within_the_list_of_hosts() {
    redirect("/a", 302, "/b");
    redirect("/b", 307, base + "/hours");

    assertThat(send("/a").body()).isEqualTo("9 to 18");
    assertThat(heard).containsExactly("GET /a", "GET /b", "GET /hours");
  }

  @Test
  void follows_no_redirect_out_of_the_list_of_hosts() {
    redirect("/out", 302, "http://127.0.0.1:" + port() + "/hours");

    assertThatThrownBy(() -> send("/out"))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("outbound:127.0.0.1:" + port());
    assertThat(heard).containsExactly("GET /out");
  }

  @Test
  void follows_five_redirects_and_no_sixth() {
    for (int i = 1; i <= 6; i++) {
      redirect("/r" + i, 302, i == 1 ? "/hours" : "/r" + (i - 1));
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
    redirect("/from", status, "/to");
    on("/to", exchange -> answer(exchange, 200, ""));
    var request =
        new Request(
            method,
            URI.create(base + "/from"),
            Map.of("Content-Type", "text/plain"),
            method.equals("HEAD") ? "" : "x",
            Duration.ofSeconds(5));
    loan.context().http().send(request);

    assertThat(heard).containsExactly(method + " /from", then + " /to");
  }

  @Test
  void credentials_do_not_follow_a_redirect_to_another_origin() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          answer(exchange, 200, String.valueOf(exchange.getRequestHeaders().keySet()));
          exchange.close();
        });
    other.start();
    int otherPort = other.getAddress().getPort();
    redirect("/away", 302, "http://localhost:" + otherPort + "/");
    try (var wide = new Lent("localhost")) {
      var http =
          wide.context("outbound:localhost:" + port() + ", outbound:localhost:" + otherPort).http();
      var headers = Map.of("Authorization", "x", "X-Api-Key", "x", "Cookie", "x", "Accept", "*/*");
      var request =
          new Request("GET", URI.create(base + "/away"), headers, "", Duration.ofSeconds(5));

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

  @Test
  void takes_an_answer_of_one_mebibyte_and_no_more() {
    on("/full", exchange -> answer(exchange, 200, "x".repeat(1 << 20)));
    on("/more", exchange -> answer(exchange, 200, "x".repeat((1 << 20) + 1)));

    assertThat(send("/full").body()).hasSize(1 << 20);
    assertThatThrownBy(() -> send("/more")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void gives_up_at_the_timeout_of_the_call() {
    hang("/slow");
    var request =
        new Request("GET", URI.create(base + "/slow"), Map.of(), "", Duration.ofMillis(100));

    assertThatThrownBy(() -> loan.context().http().send(request))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(InterruptedIOException.class)
        .hasMessageContaining("no answer within 100 ms");
    assertThat(lent.figures.all()).containsExactly("agent-hours localhost timeout");
  }

  @Test
  void gives_up_at_the_deadline_of_the_plugin_even_while_the_answer_trickles() {
    on(
        "/trickle",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          waitForEnd();
        });
    var quick = lent.loan("outbound:localhost:" + port(), "deadline=150ms");

    assertThatThrownBy(() -> quick.context().http().send(get(base + "/trickle")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no answer within 150 ms");
  }

  @Test
  void an_interrupt_ends_the_call_and_stays_on_the_thread() throws Exception {
    hang("/slow");
    var task =
        new FutureTask<Boolean>(
            () -> {
              try {
                send("/slow");
                return false;
              } catch (UncheckedIOException e) {
                return Thread.currentThread().isInterrupted();
              }
            });
    var thread = Thread.ofPlatform().start(task);
    await().until(() -> heard.contains("GET /slow"));
    thread.interrupt();

    assertThat(task.get()).isTrue();
  }

  @Test
  void a_call_under_way_ends_with_its_generation_which_is_told() {
    hang("/slow");
    var task = new FutureTask<>(() -> send("/slow"));
    Thread.ofVirtual().start(task);
    await().until(() -> heard.contains("GET /slow"));

    assertThat(loan.takeBack()).containsExactly("a call of " + base + " under way");
    assertThatThrownBy(task::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("as the plugin was retired");
    assertThat(loan.takeBack()).isEmpty();
  }

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
            "GET", URI.create(base + "/hours"), Map.of(header, "x"), "", Duration.ofSeconds(5));

    assertThatThrownBy(() -> loan.context().http().send(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The header " + header);
    assertThat(heard).isEmpty();
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
    var request = new Request(method, URI.create(uri), Map.of(), "", Duration.ofSeconds(5));

    assertThatThrownBy(() -> loan.context().http().send(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("word@");
  }

  @Test
  void a_body_beyond_one_mebibyte_and_a_timeout_of_nothing_are_refused() {
    var uri = URI.create(base + "/hours");
    var big = new Request("POST", uri, Map.of(), "x".repeat((1 << 20) + 1), Duration.ofSeconds(5));
    var hasty = new Request("GET", uri, Map.of(), "", Duration.ZERO);

    assertThatThrownBy(() -> loan.context().http().send(big))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1,048,577 bytes");
    assertThatThrownBy(() -> loan.context().http().send(hasty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout");
  }

  @Test
  void what_went_wrong_is_told_without_path_and_query() {
    server.stop(0);

    assertThatThrownBy(() -> send("/hooks/t0ken?key=s3cret"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("The call of " + base + " failed: ConnectException")
        .message()
        .doesNotContain("t0ken", "s3cret");
  }

  private void hang(String path) {
    on(path, _ -> waitForEnd());
  }

  private void waitForEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
