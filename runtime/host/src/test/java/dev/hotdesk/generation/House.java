package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.drop.Patience;
import dev.hotdesk.execution.PoolBounds;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.LentToAgent;
import dev.hotdesk.verify.JarLimits;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A running plugin host with quick habits, and a customer who greets an agent. Quick is what it
 * does by itself; what a busy machine may make slow, such as a start or an answer, has time.
 */
final class House implements AutoCloseable {

  static final HostSettings QUICK =
      new HostSettings(
          new JarLimits(1 << 20, 1000, 8 << 20),
          new PoolBounds(2, 2, 1),
          Duration.ofMillis(200),
          new Patience(Duration.ofMillis(30), Duration.ofMillis(300)),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          HeapLook.OFF);

  private static final Duration LONG = Duration.ofSeconds(30);

  final Path drops;
  final FakeTrainer trainer = new FakeTrainer();
  final PluginHost host;

  House(Path root) {
    this(root, QUICK);
  }

  House(Path root, HostSettings settings) {
    this(root, settings, PluginWatch.NONE);
  }

  House(Path root, HostSettings settings, PluginWatch watch) {
    this(root, settings, watch, RolloutSettings.direct());
  }

  House(Path root, HostSettings settings, PluginWatch watch, RolloutSettings rollouts) {
    this(root, settings, watch, Trust.anyUnsigned(), rollouts);
  }

  House(
      Path root, HostSettings settings, PluginWatch watch, Trust trust, RolloutSettings rollouts) {
    drops = root.resolve("plugins");
    host =
        new PluginHost(
            drops,
            root.resolve("store"),
            trainer,
            settings,
            Capabilities.NONE,
            watch,
            trust,
            rollouts);
  }

  /** The same habits, but a file that looks half-written is waited for so long. */
  static HostSettings quickBut(Duration unfinished) {
    return new HostSettings(
        QUICK.jar(),
        QUICK.pool(),
        QUICK.rescan(),
        new Patience(QUICK.patience().settle(), unfinished),
        QUICK.start(),
        QUICK.drain(),
        QUICK.leak(),
        QUICK.retrain(),
        QUICK.heapLook());
  }

  House opened() {
    host.start();
    await().atMost(Duration.ofMinutes(1)).until(host::isConverged);
    return this;
  }

  static Understanding understanding() {
    return new Understanding(Language.EN, new Intent("hello"), 1, Map.of());
  }

  /** What the agent says, within the call's own lease. */
  String greeting(String plugin) {
    try (var lease = host.lease()) {
      return greeting(lease, plugin);
    }
  }

  static String greeting(Lease lease, String plugin) {
    return greeting(lease, plugin, LONG);
  }

  static String greeting(Lease lease, String plugin, Duration deadline) {
    var plugged = lease.agent(plugin).orElseThrow();
    var turn =
        new Turn("c1", "hi", understanding(), List.of(new Turn.Line(Author.CUSTOMER, "hey")));
    var context = LentToAgent.withoutShop(plugged, Language.EN);
    var reply = plugged.call("respond", deadline, agent -> agent.respond(turn, context));
    return ((Reply.Say) reply).text();
  }

  /** Drops a version of the plugin hello. */
  void drop(String version, String file) {
    Jars.agent("hello", version).into(drops, file);
  }

  /** Drops it, and waits until it serves. */
  void live(String version, String file) {
    drop(version, file);
    reason(file, DropStatus.State.LIVE);
  }

  /** The state of the latest generation of a version, or {@code none}. */
  String state(String version) {
    return host.plugins().stream()
        .filter(each -> each.version().equals(version))
        .map(each -> each.state().word())
        .reduce("none", (_, last) -> last);
  }

  boolean serves(String plugin, String version) {
    try (var lease = host.lease()) {
      return lease.agent(plugin).map(agent -> agent.version().equals(version)).orElse(false);
    }
  }

  boolean servesNothingOf(String plugin) {
    try (var lease = host.lease()) {
      return lease.agent(plugin).isEmpty();
    }
  }

  DropStatus status(String file) {
    return host.drops().stream()
        .filter(status -> status.file().equals(file))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no status of " + file + " in " + host.drops()));
  }

  /** Waits until the file has come to this state, here and in its note, and gives the reason. */
  String reason(String file, DropStatus.State state) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(status(file).state()).isEqualTo(state));
    assertThat(note(file)).contains("\"state\": \"" + state + "\"");
    return status(file).reason();
  }

  String note(String file) {
    try {
      return Files.readString(drops.resolve(file + ".status.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
