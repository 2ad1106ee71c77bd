package dev.hotdesk.bench.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The sample shop in a process of its own, as a real shop would be, with its database. */
public final class Shop implements AutoCloseable {

  /** With what the shop vouches for its customers. */
  public static final String SECRET = "the-test-shop-vouches-for-its-customers";

  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final int port;
  private final String hotdesk;
  private Process process;

  private Shop(Path folder, int port, String hotdesk) throws IOException {
    this.folder = folder;
    this.port = port;
    this.hotdesk = hotdesk;
    this.process = spawn();
  }

  /** Starts it with a fresh database in this folder. */
  static Shop open(Path folder, int port, String hotdesk) throws IOException {
    Files.createDirectories(folder);
    var shop = new Shop(folder, port, hotdesk);
    shop.awaitOpen();
    return shop;
  }

  private Process spawn() throws IOException {
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
            String.valueOf(port),
            hotdesk,
            databaseUrl());
    builder.environment().put("HOTDESK_IDENTIFY_SECRET", SECRET);
    return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  private void awaitOpen() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("localhost", port), 500);
        return;
      } catch (IOException _) {
        pause();
      }
    }
    process.destroyForcibly();
    throw new IOException("The shop did not open: " + Files.readString(log()));
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path log() {
    return folder.resolve("storefront.log");
  }

  /** The shop and its database are gone, as after a crash. */
  public void crash() {
    process.destroyForcibly().onExit().join();
  }

  /** The shop and its database stop where they are, and answer nobody until they go on. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** The end of {@link #freeze}. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Starts it again on the same data. */
  public void reopen() throws IOException {
    process = spawn();
    awaitOpen();
  }

  /** Where its pages come from. */
  public String origin() {
    return "http://localhost:" + port;
  }

  /** Where Hotdesk finds its database. */
  String databaseUrl() {
    return "jdbc:h2:file:%s;AUTO_SERVER=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        .formatted(folder.resolve("shop"));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
