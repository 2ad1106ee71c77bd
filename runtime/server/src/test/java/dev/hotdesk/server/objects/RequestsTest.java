package dev.hotdesk.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an object store may do to us; a real one does not do it on demand. */
@SuppressWarnings("NullAway.Init")
class RequestsTest {

  private static final String KEY = "0123456789abcdef";

  @TempDir Path folder;

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private volatile Answer answer;

  private interface Answer {
    void to(HttpExchange exchange, int request) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          answer.to(exchange, requests.incrementAndGet());
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tries_again_while_the_store_is_busy() throws IOException {
    answer = (exchange, request) -> say(exchange, request < 3 ? 503 : 200, "");
    var file = file();

    blobs(Duration.ofSeconds(20)).put(KEY, file);

    assertThat(requests).hasValue(3);
    assertThat(file).doesNotExist();
  }

  @Test
  void gives_up_after_some_tries_and_keeps_the_file() throws IOException {
    answer = (exchange, _) -> say(exchange, 500, "<Error><Code>InternalError</Code></Error>");
    var file = file();

    assertThatThrownBy(() -> blobs(Duration.ofSeconds(20)).put(KEY, file))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RefusedRequestException.class)
        .hasMessageContaining("500 (InternalError)");
    assertThat(requests).hasValue(3);
    assertThat(file).exists();
  }

  @Test
  void asks_once_only_if_it_is_refused() {
    answer = (exchange, _) -> say(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");

    assertThatThrownBy(() -> blobs(Duration.ofSeconds(20)).delete(KEY))
        .isInstanceOf(RefusedRequestException.class)
        .hasMessageContaining("allowed to put, get and delete");
    assertThat(requests).hasValue(1);
  }

  @Test
  void follows_nobody_elsewhere() {
    answer =
        (exchange, _) -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
          say(exchange, 307, "");
        };

    assertThatThrownBy(() -> blobs(Duration.ofSeconds(20)).open(KEY).close())
        .isInstanceOf(RefusedRequestException.class)
        .hasMessageContaining("hotdesk.attachments.s3.endpoint");
  }

  @Test
  void does_not_wait_for_a_store_that_says_nothing() {
    var end = new CountDownLatch(1);
    answer =
        (exchange, _) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        };

    assertThatThrownBy(() -> blobs(Duration.ofMillis(50)).open(KEY).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 tries");
    end.countDown();
  }

  @Test
  void hands_out_no_half_of_a_file_as_a_whole_one() throws IOException {
    answer =
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          // The line breaks.
          exchange.getHttpContext().getServer().stop(0);
        };

    try (var in = blobs(Duration.ofSeconds(20)).open(KEY)) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void takes_no_server_for_a_store_that_gives_back_something_else() {
    answer = (exchange, _) -> say(exchange, 200, "It works!");

    assertThatThrownBy(() -> blobs(Duration.ofSeconds(20)).check())
        .isInstanceOf(RefusedRequestException.class)
        .hasMessageContaining("is it an object store");
  }

  private S3Blobs blobs(Duration patience) {
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new S3Blobs(
        new Bucket(endpoint, "us-east-1", "files", "k", "s", true), patience, Clock.systemUTC());
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve("upload.part"), new byte[] {1, 2, 3});
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    var bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
