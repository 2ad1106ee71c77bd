package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
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
  private volatile Drop.Ready drop;
  private volatile Standing standing = new Standing(GenerationState.VERIFIED, Instant.now(), "");
  private volatile List<String> kinds = List.of();
  private volatile @Nullable Body body;
  private int tables;

  /** A generation of what was dropped, with nothing loaded yet. */
  Generation(Drop.Ready drop, int number, PluginWatch watch) {
    this.drop = drop;
    this.number = number;
    this.watch = watch;
    watch.entered(jar().id(), jar().version(), number, GenerationState.VERIFIED);
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

  /** The same bytes now lie in the folder as another file. */
  void movedTo(Drop.Ready other) {
    drop = other;
  }

  GenerationState state() {
    return standing.state;
  }

  void enter(GenerationState state) {
    enter(state, "");
  }

  /** Comes to another state; the note says what people should know about it. */
  void enter(GenerationState state, String note) {
    standing = new Standing(state, Instant.now(), note);
    LOG.info(
        "Plugin {} {} (generation {}) is {}{}",
        jar().id(),
        jar().version(),
        number,
        state,
        note.isEmpty() ? "" : ": " + note);
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
      made.close();
      if (state() != GenerationState.REJECTED) {
        enter(GenerationState.RETIRED);
      }
      graveyard.bury(this, made.loader());
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
        now.note);
  }

  private record Standing(GenerationState state, Instant since, String note) {}
}
