package dev.hotdesk.bench.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis of a test's own that keeps nothing on disk; it can be killed and comes back, empty,
 * at the same port. Used by one thread.
 */
public final class Redis implements AutoCloseable {

  private static final long START_MILLIS = 30_000;

  private final Path folder;
  private final Path program;
  private final int port = Site.freePort();
  private @Nullable Process process;

  private Redis(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  /** A fresh one in this folder; it runs when this returns. */
  public static Redis open(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var program = folder.resolve("redis-server");
    var name = "/redis-server-7.0.15-" + system() + "-" + processor();
    try (var bytes = Redis.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("There is no Redis for this machine: " + name);
      }
      Files.copy(bytes, program);
    }
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException("Not to be made executable: " + program);
    }
    var made = new Redis(folder, program);
    made.start();
    return made;
  }

  private static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "darwin" : "linux";
  }

  private static String processor() {
    var name = System.getProperty("os.arch");
    return name.equals("aarch64") ? "arm64" : "amd64";
  }

  /** At which port it listens. */
  public int port() {
    return port;
  }

  /** Starts it again, after {@link #kill}. */
  public void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--port",
                    String.valueOf(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    long end = System.nanoTime() + START_MILLIS * 1_000_000;
    while (!answers()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Redis does not answer at port " + port);
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Has it forget all that it holds. */
  public void flush() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      if (socket.getInputStream().read() != '+') {
        throw new IOException("Redis does not forget, at port " + port);
      }
    }
  }

  /** Ends it at once, as {@code kill -9} does; all that it held is gone. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
