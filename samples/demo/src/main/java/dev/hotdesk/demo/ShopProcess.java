package dev.hotdesk.demo;

import dev.hotdesk.launcher.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The sample shop, in a process of its own as a real shop would be. */
final class ShopProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;

  private ShopProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until its first page comes. */
  static ShopProcess start(int port, int hotdesk, String database, String secret, Path data)
      throws IOException, InterruptedException {
    Ports.requireFree(port);
    Path log = data.resolve("storefront.log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "-Dfile.encoding=UTF-8",
            "-Dh2.bindAddress=127.0.0.1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.hotdesk.storefront.Storefront",
            Integer.toString(port),
            "http://localhost:" + hotdesk,
            database);
    builder.environment().put("HOTDESK_IDENTIFY_SECRET", secret);
    var shop =
        new ShopProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    try {
      shop.awaitFirstPage(port, log);
      return shop;
    } catch (IOException | InterruptedException | RuntimeException e) {
      shop.close();
      throw e;
    }
  }

  private void awaitFirstPage(int port, Path log) throws IOException, InterruptedException {
    var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() < deadline) {
        try {
          if (client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // Not yet.
        }
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("The storefront did not start; its log is " + log + ".");
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
  }
}
