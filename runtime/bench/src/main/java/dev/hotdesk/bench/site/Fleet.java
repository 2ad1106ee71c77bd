package dev.hotdesk.bench.site;

import dev.hotdesk.bench.client.Doors;
import dev.hotdesk.bench.line.Cable;
import dev.hotdesk.bench.skew.SkewJar;
import dev.hotdesk.launcher.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Several Hotdesk servers from the release on one PostgreSQL and one Redis, with the sample shop,
 * each in a process of its own, in a fresh directory that is deleted in the end. Used by one
 * thread.
 */
public final class Fleet implements AutoCloseable {

  private static final String PLUGINS = "liberty-config/target/hotdesk/plugins";
  private static final String TOKENS = "the-nodes-of-a-fleet-share-this-secret";

  private final Path folder;
  private final Postgres postgres;
  private final Redis redis;
  private final Shop shop;
  private final List<Node> nodes = new ArrayList<>();

  private Fleet(Path folder, Postgres postgres, Redis redis, Shop shop) {
    this.folder = folder;
    this.postgres = postgres;
    this.redis = redis;
    this.shop = shop;
  }

  /** A fresh one of so many nodes; engines and shop run, the nodes do not yet. */
  public static Fleet open(int nodes) throws IOException, InterruptedException, SQLException {
    var folder = Files.createTempDirectory("hotdesk-");
    int first = Site.freePort();
    var fleet =
        new Fleet(
            folder,
            Postgres.open(folder.resolve("postgres")),
            Redis.open(folder.resolve("redis")),
            Shop.open(folder.resolve("shop"), Site.freePort(), "http://localhost:" + first));
    for (int i = 0; i < nodes; i++) {
      fleet.add("n" + (i + 1), i == 0 ? first : Site.freePort());
    }
    return fleet;
  }

  private void add(String name, int port) throws IOException {
    var database = Cable.to(postgres.port());
    var stream = Cable.to(redis.port());
    var own = folder.resolve(name);
    var launch =
        Launch.of(Release.home())
            .data(own.resolve("data"))
            .plugins(own.resolve("plugins"))
            .port(port)
            .patience(Duration.ofMinutes(5))
            .jvm("-Xmx512m")
            .with("HOTDESK_NODE", name)
            .with("HOTDESK_PROFILE", "demo")
            .with("HOTDESK_ORIGINS", shop.origin())
            .with("HOTDESK_TOKEN_SECRET", TOKENS)
            .with("HOTDESK_TOKEN_LIMIT", "60000")
            .with("HOTDESK_IDENTIFY_SECRET", Shop.SECRET)
            .with("HOTDESK_DB_URL", Postgres.url(database.port()))
            .with("HOTDESK_DB_USER", postgres.user())
            .with("HOTDESK_REDIS", "redis://localhost:" + stream.port())
            .with("HOTDESK_SHOP_DB_URL", shop.databaseUrl());
    nodes.add(new Node(name, launch, database, stream));
  }

  /** All nodes, the first first. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Their addresses, for clients that come back to any of them. */
  public Doors doors() {
    return new Doors(nodes.stream().map(Node::web).toList());
  }

  /** The database that all share. */
  public Postgres postgres() {
    return postgres;
  }

  /** The Redis that all share. */
  public Redis redis() {
    return redis;
  }

  /** Where the shop's pages come from. */
  public String shopOrigin() {
    return shop.origin();
  }

  /** The orders agent thinks for up to so long before it answers, on all nodes. */
  public void thinkFor(Duration most) throws IOException {
    var shipped = Release.built(PLUGINS, "agent-orders", ".jar");
    var harm =
        """
        try {
          Thread.sleep(java.util.concurrent.ThreadLocalRandom.current().nextLong(%d));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        """
            .formatted(most.toMillis());
    instead(shipped, Faulty.of(shipped, "1.0.9", harm, folder.resolve("variants")));
  }

  /** The web channel believes what clients say of when their words were sent, on all nodes. */
  public void believeDates() throws IOException {
    var shipped = Release.built(PLUGINS, "channel-web", ".jar");
    instead(shipped, Faulty.dated(shipped, "1.0.9", folder.resolve("variants")));
  }

  /** All nodes, which have not been started yet, get this jar where that one is shipped. */
  private void instead(Path shipped, Path other) throws IOException {
    for (var node : nodes) {
      if (Files.notExists(node.plugins())) {
        Files.createDirectories(node.plugins());
        try (var jars = Files.newDirectoryStream(shipped.getParent(), "*.jar")) {
          for (var jar : jars) {
            Files.copy(jar, node.plugins().resolve(jar.getFileName().toString()));
          }
        }
      }
      Files.delete(node.plugins().resolve(shipped.getFileName().toString()));
      Files.copy(other, node.plugins().resolve(other.getFileName().toString()));
    }
  }

  /**
   * The clock of this node is so much ahead, or behind if negative: at once if this was said before
   * its start as well, else from its next start on.
   */
  public void skew(Node node, Duration by) throws IOException {
    var file = folder.resolve(node.name() + "-skew");
    boolean isNew = Files.notExists(file);
    Files.writeString(file, String.valueOf(by.toSeconds()));
    if (isNew) {
      var agent = SkewJar.write(folder.resolve("skew.jar"));
      node.launch(it -> it.jvm("-javaagent:" + agent + "=" + file));
    }
  }

  /** The next release, with one more step of the schema. */
  public NextRelease nextRelease() throws IOException {
    return NextRelease.in(folder.resolve("next"));
  }

  /** Where the logs are left in the end. */
  public Path kept() {
    return Release.root().resolve("runtime/bench/target/logs").resolve(folder.getFileName());
  }

  /** Ends all processes and deletes the directory. */
  @Override
  public void close() throws IOException {
    for (var node : nodes) {
      node.close();
      node.keepLogs(kept());
    }
    shop.close();
    redis.close();
    postgres.close();
    Release.delete(folder);
  }
}
