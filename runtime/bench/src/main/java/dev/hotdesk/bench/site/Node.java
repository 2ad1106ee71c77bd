package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.line.Cable;
import dev.hotdesk.launcher.HotdeskServer;
import dev.hotdesk.launcher.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One of several Hotdesk servers on one database, reached by customers and reaching its engines
 * over lines that can be cut. Used by one thread.
 */
public final class Node implements AutoCloseable {

  private final String name;
  private final Cable front;
  private final Cable database;
  private final Cable redis;
  private Launch launch;
  private volatile @Nullable HotdeskServer server;

  Node(String name, Launch launch, Cable database, Cable redis) throws IOException {
    this.name = name;
    this.launch = launch;
    this.database = database;
    this.redis = redis;
    this.front = Cable.to(launch.port());
  }

  /** What it is called among the others. */
  public String name() {
    return name;
  }

  /** Its address, over the line that can be cut. */
  public Web web() {
    return new Web(URI.create("http://localhost:" + front.port()));
  }

  /** Its address itself, without a line that can be cut between. */
  public Web direct() {
    return new Web(URI.create("http://localhost:" + launch.port()));
  }

  /** The line between it and its clients. */
  public Cable front() {
    return front;
  }

  /** The line between it and the database. */
  public Cable database() {
    return database;
  }

  /** The line between it and Redis. */
  public Cable redis() {
    return redis;
  }

  /** Changes how it is started the next time. */
  public Node launch(UnaryOperator<Launch> change) {
    launch = change.apply(launch);
    return this;
  }

  /** Starts it, and gives the time from the command until it is ready. */
  public Duration start() {
    long begun = System.nanoTime();
    server = HotdeskServer.start(launch);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Starts all these at the same time, and gives the time until all are ready. */
  public static Duration start(List<Node> nodes) {
    long begun = System.nanoTime();
    CompletableFuture.allOf(
            nodes.stream()
                .map(node -> CompletableFuture.runAsync(node::start, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new))
        .join();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Asks it to end, and waits until it has. */
  public void stop() {
    if (server != null) {
      server.stop();
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    if (server != null) {
      server.kill();
    }
  }

  /** Its process. */
  public Machine machine() {
    if (server == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return new Machine(server.pid());
  }

  /** Where it takes its plugins from. */
  Path plugins() {
    return launch.plugins();
  }

  /** What it wrote last stays readable in this folder. */
  void keepLogs(Path folder) throws IOException {
    for (var file : List.of("logs/messages.log", "logs/console.log")) {
      var log = launch.data().resolve(file);
      if (Files.exists(log)) {
        Files.createDirectories(folder);
        var kept = folder.resolve(name + "-" + log.getFileName());
        Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() {
    kill();
    front.close();
    database.close();
    redis.close();
  }
}
