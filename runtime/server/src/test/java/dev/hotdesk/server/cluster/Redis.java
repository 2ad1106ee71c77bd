package dev.hotdesk.server.cluster;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A real Redis for tests, that can be killed and started again. Keeps nothing on the disk. */
final class Redis implements AutoCloseable {

  private static final String PROGRAM =
      "/redis-server-7.0.15-linux-"
          + (System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64")
              ? "arm64"
              : "amd64");

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  Redis(Path folder) throws IOException {
    this.folder = folder;
    try (var free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    try (var program = Redis.class.getResourceAsStream(PROGRAM)) {
      if (program == null) {
        throw new IOException("No Redis for this system in embedded-redis: " + PROGRAM);
      }
      Files.copy(program, program());
    }
    if (!program().toFile().setExecutable(true)) {
      throw new IOException("Cannot be made executable: " + program());
    }
    start();
  }

  private Path program() {
    return folder.resolve("redis-server");
  }

  URI address() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(
                program().toString(), "--port", "" + port, "--save", "", "--appendonly", "no")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "redis.log"))
            .start();
    await().until(this::answers);
  }

  private boolean answers() {
    try (var jedis = new Jedis(address())) {
      return jedis.ping().equals("PONG");
    } catch (JedisException _) {
      return false;
    }
  }

  /** As kill -9 does. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
