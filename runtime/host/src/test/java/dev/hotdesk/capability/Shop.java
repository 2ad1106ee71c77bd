package dev.hotdesk.capability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A shop's system on this machine that plugins call. */
final class Shop implements AutoCloseable {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server;

  /** One that tells its hours. */
  Shop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    on("/hours", exchange -> answer(exchange, 200, "9 to 18"));
  }

  int port() {
    return server.getAddress().getPort();
  }

  String base() {
    return "http://localhost:" + port();
  }

  /** What it was asked, such as {@code GET /hours}. */
  List<String> heard() {
    return heard;
  }

  void on(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          handler.handle(exchange);
          exchange.close();
        });
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void redirect(String from, int status, String to) {
    on(
        from,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          answer(exchange, status, "");
        });
  }

  /** Answers nothing until the end. */
  void hang(String path) {
    on(path, _ -> waitForEnd());
  }

  void waitForEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
