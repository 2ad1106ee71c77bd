package dev.hotdesk.testkit;

import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.HostSettings;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginStatus;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.generation.RolloutSettings;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.verify.TrustList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A packed plugin alone on a real plugin host, beside a shop that the test makes up. Used by one
 * thread.
 */
final class HostedPlugin implements Plugins, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String FILE = "plugin.jar";

  /** Held, or they would be forgotten; fifty reloads would drown what a test has to say. */
  private static final List<Logger> QUIET =
      Stream.of("org.pf4j", "dev.hotdesk.generation", "dev.hotdesk.execution")
          .map(Logger::getLogger)
          .toList();

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private final Path drops;
  private final PackedJar jar;
  private final Lent lent;
  private final Queue<String> leftBehind = new ConcurrentLinkedQueue<>();
  private final DirectCall<ErpConnector> shop;
  private final PluginHost host;

  HostedPlugin(Path root, PackedJar jar, Trouble trouble) {
    this.lent = new Lent(jar.plugin(), new VirtualClock());
    var erp = Replay.shop(trouble);
    this.drops = root.resolve("plugins");
    this.jar = jar;
    this.shop =
        new DirectCall<>("shop", "1.0.0", new JarFiles(getClass()), erp, trouble.ofErp(), lent);
    this.host =
        new PluginHost(
            drops,
            root.resolve("store"),
            LexicalModel::of,
            settings(root),
            lent.asTheyAsk(),
            new Gossip(),
            new TrustList(jar.signers(), Set.of(), Set.of(), true),
            RolloutSettings.direct());
    host.start();
    await("the host to start", host::isConverged);
  }

  /** As in a shop, but that a test is sooner told of what stays in memory. */
  private static HostSettings settings(Path root) {
    return HostSettings.DEFAULT
        .withDrainAndLeak(Duration.ofSeconds(1), Duration.ofSeconds(2))
        .withHeapLook(new HeapLook(true, root.resolve("heap"), 1L << 30, Duration.ZERO));
  }

  /** Drops the plugin for the n-th time, and waits until it serves. */
  void drop(int time) {
    var bytes = jar.commented("drop " + time);
    var sha256 = Sha256.of(bytes);
    place(FILE + ".sha256", sha256.getBytes(StandardCharsets.US_ASCII));
    place(FILE, bytes);
    await(
        "the jar to serve",
        () -> {
          var status = status(sha256);
          if (status.filter(it -> it.state() == DropStatus.State.REJECTED).isPresent()) {
            throw new AssertionError("The runtime refuses the jar: " + status.get().reason());
          }
          return status.filter(it -> it.state() == DropStatus.State.LIVE).isPresent();
        });
  }

  private Optional<DropStatus> status(String sha256) {
    return host.drops().stream().filter(it -> it.sha256().equals(sha256)).findFirst();
  }

  private void place(String name, byte[] content) {
    try {
      var unfinished = drops.resolve(name + ".part");
      Files.write(unfinished, content);
      Files.move(unfinished, drops.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the plugin is lent, and what it has done with it. */
  Lent lent() {
    return lent;
  }

  /** Hears what retired generations had left behind, which the runtime had to clean. */
  private final class Gossip implements PluginWatch {
    @Override
    public void entered(String id, String version, int generation, GenerationState state) {
      if (state instanceof GenerationState.Retired(var cleaned) && !cleaned.isEmpty()) {
        leftBehind.add(cleaned);
      }
    }
  }

  /** The generation that serves. */
  PluginStatus serving() {
    return host.plugins().stream()
        .max((one, other) -> Integer.compare(one.generation(), other.generation()))
        .orElseThrow();
  }

  /** Waits until nothing is left of the generations before; fails with what holds them. */
  void awaitCollected() {
    if (!leftBehind.isEmpty()) {
      throw new AssertionError(
          "A version that retired left something behind, and the runtime had to clean it: %s; wanted it closed by the plugin: keep no threads, timers or registrations"
              .formatted(leftBehind.peek()));
    }
    var began = System.nanoTime();
    while (host.loadersAlive() > 0 && System.nanoTime() - began < patience().toNanos()) {
      System.gc();
      pause();
    }
    if (host.loadersAlive() > 0) {
      throw new AssertionError(
          "%d of its versions stay in memory: %s"
              .formatted(
                  host.loadersAlive(),
                  host.plugins().stream()
                      .map(PluginStatus::note)
                      .filter(note -> !note.isEmpty())
                      .distinct()
                      .toList()));
    }
  }

  /** Less once the host has named what holds on to it. */
  private Duration patience() {
    var isNamed =
        host.plugins().stream().anyMatch(it -> it.state() instanceof GenerationState.Leaked);
    return isNamed ? PATIENCE.dividedBy(3) : PATIENCE;
  }

  static void await(String what, BooleanSupplier holds) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain for " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The test was interrupted", e);
    }
  }

  /** What serves now, with the test's shop in the place of a connector. */
  @Override
  public Lease lease() {
    return new ShopLease(host.lease(), shop);
  }

  @Override
  public Lease lease(String conversation) {
    return new ShopLease(host.lease(conversation), shop);
  }

  /** What serves now. */
  Lease bareLease() {
    return host.lease();
  }

  @Override
  public void close() {
    host.close();
  }
}
