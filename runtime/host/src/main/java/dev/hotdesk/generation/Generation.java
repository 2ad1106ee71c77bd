package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.execution.OwnThreads;
import dev.hotdesk.execution.PluginHealth;
import dev.hotdesk.execution.PluginThread;
import dev.hotdesk.rollout.Tally;
import dev.hotdesk.verify.PluginJar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One loaded version of a plugin: id, version, hash of the bytes, and a number. Changed by the
 * control thread only; any thread may look. After retirement it refers to nothing of the plugin's
 * own, so it can be shown until the last of it is gone from memory.
 */
final class Generation {

  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private final int number;
  private final PluginWatch watch;
  private final Tally tally = new Tally();
  private volatile Drop.Ready drop;
  private volatile Standing standing = new Standing(new GenerationState.Staged(), Instant.now());
  private volatile List<String> kinds = List.of();
  private volatile @Nullable Body body;
  private int tables;

  /** A generation of what was dropped, with nothing loaded yet. */
  Generation(Drop.Ready drop, int number, PluginWatch watch) {
    this.drop = drop;
    this.number = number;
    this.watch = watch;
    enter(new GenerationState.Verified());
  }

  PluginJar jar() {
    return drop.jar();
  }

  int number() {
    return number;
  }

  Drop.Ready drop() {
    return drop;
  }

  /** Counts its calls. */
  Tally tally() {
    return tally;
  }

  /** How many threads of its own making it has. */
  int ownThreads() {
    var made = body;
    return made == null
        ? 0
        : OwnThreads.of(made.loader(), PluginThread.prefix(jar().id(), jar().version()));
  }

  /** The same bytes now lie in the folder as another file. */
  void movedTo(Drop.Ready other) {
    drop = other;
  }

  GenerationState state() {
    return standing.state;
  }

  /**
   * Comes to another state. One that it cannot come to is a mistake of the runtime: it fails a
   * test, and in a shop it is logged and done all the same.
   */
  void enter(GenerationState state) {
    var before = standing.state;
    if (!before.leadsTo(state)) {
      LOG.error("{} went from {} to {}, which should not happen", this, before.word(), state);
      assert false : this + " went from " + before + " to " + state;
    }
    standing = new Standing(state, Instant.now());
    var note = state.note();
    LOG.info("{} is {}{}", this, state.word(), note.isEmpty() ? "" : ": " + note);
    watch.entered(jar().id(), jar().version(), number, state);
  }

  /** Takes on what the plugin is made of. */
  void embody(Body made) {
    body = made;
    kinds = made.extensions().kinds();
  }

  Extensions extensions() {
    var made = body;
    return made == null ? Extensions.NONE : made.extensions();
  }

  /** One more routing table leads here. Control thread. */
  void claim() {
    tables++;
  }

  /** One less; whether it was the last. Control thread. */
  boolean release() {
    tables--;
    return tables == 0;
  }

  /** Stops and closes it; nobody may hold a lease any more. Control thread. */
  void retire(Graveyard graveyard) {
    var made = body;
    body = null;
    if (made != null) {
      graveyard.retire(this, made);
    }
  }

  PluginStatus status() {
    var made = body;
    var now = standing;
    return new PluginStatus(
        jar().id(),
        jar().version(),
        jar().description(),
        jar().provider(),
        jar().sha256().substring(0, 12),
        number,
        now.state,
        now.since,
        made == null ? PluginHealth.NONE : made.pool().health(),
        kinds,
        drop.file(),
        now.state.note(),
        jar());
  }

  @Override
  public String toString() {
    return "Plugin %s %s (generation %d)".formatted(jar().id(), jar().version(), number);
  }

  private record Standing(GenerationState state, Instant since) {}
}
