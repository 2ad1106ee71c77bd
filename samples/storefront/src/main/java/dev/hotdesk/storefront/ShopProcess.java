package dev.hotdesk.storefront;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The shop in a process of its own, as a real one would be, with its database. */
public final class ShopProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;

  private ShopProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until its first page comes.
   *
   * @param port on which it serves its pages
   * @param hotdesk the address of Hotdesk
   * @param secret shared with Hotdesk, to vouch for customers
   * @param folder where its database and its log are
   */
  public static ShopProcess start(int port, String hotdesk, String secret, Path folder)
      throws IOException {
    var log = Files.createDirectories(folder).resolve("storefront.log");
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
            Storefront.class.getName(),
            Integer.toString(port),
            hotdesk,
            database(folder));
    builder.environment().put("HOTDESK_IDENTIFY_SECRET", secret);
    var shop =
        new ShopProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    try {
      shop.awaitFirstPage(port, log);
      return shop;
    } catch (InterruptedException _) {
      shop.kill();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "Interrupted while the storefront started; its log is " + log);
    } catch (IOException | RuntimeException e) {
      shop.kill();
      throw e;
    }
  }

  /** The JDBC address of the database in this folder, for others to read as long as it runs. */
  public static String database(Path folder) {
    return Settings.fileDatabase(folder.resolve("shop"));
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
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException(
        "The storefront did not serve its first page on port %d within %d s; its log is %s:%n%s"
            .formatted(port, PATIENCE.toSeconds(), log, Files.readString(log)));
  }

  /** Sends it a signal, such as {@code STOP}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it in good order. */
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
