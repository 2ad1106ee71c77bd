package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropFolder;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.drop.FolderHint;
import dev.hotdesk.drop.JarStore;
import dev.hotdesk.drop.StatusNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the drop folder, when something hints at a change and now and then anyway; has what lies
 * there followed, and writes down beside each file what became of it. It looks on the control
 * thread; its methods may be called from any.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Path folder;
  private final HostSettings settings;
  private final ControlThread control;
  private final DropFolder drops;
  private final JarStore store;
  private final StatusNotes notes;
  private final Versions versions;
  private final Runnable tidyUp;
  private final PluginWatch watch;
  private final AtomicBoolean isHinted = new AtomicBoolean();
  private volatile boolean isConverged;
  private volatile boolean isOver;
  private volatile long began;
  private volatile @Nullable FolderHint hint;
  private @Nullable Future<?> next;
  private Decision latest = Decision.NONE;
  private boolean isBlind;

  /**
   * Looks at nothing yet.
   *
   * @param tidyUp is done at each look
   */
  Rounds(
      Path folder,
      HostSettings settings,
      ControlThread control,
      DropFolder drops,
      JarStore store,
      StatusNotes notes,
      Versions versions,
      Runnable tidyUp,
      PluginWatch watch) {
    this.folder = folder;
    this.settings = settings;
    this.control = control;
    this.drops = drops;
    this.store = store;
    this.notes = notes;
    this.versions = versions;
    this.tidyUp = tidyUp;
    this.watch = watch;
  }

  /** Begins to look. Once. */
  void begin() {
    began = System.nanoTime();
    control.execute(notes::forgetGone);
    try {
      hint = new FolderHint(folder, this::look);
    } catch (IOException e) {
      LOG.warn("No hints from {}; it is looked at every {}: {}", folder, settings.rescan(), e);
    }
    look();
  }

  /** Looks no more. */
  void end() {
    isOver = true;
    var watcher = hint;
    if (watcher != null) {
      watcher.close();
    }
  }

  /** Whether the jars that lay in the folder at the start are served, or refused. */
  boolean isConverged() {
    return isConverged;
  }

  /** Looks at the folder soon; many hints make one look. */
  void look() {
    if (!isHinted.getAndSet(true)) {
      control.execute(this::scan);
    }
  }

  private void scan() {
    isHinted.set(false);
    if (isOver) {
      return;
    }
    var planned = next;
    if (planned != null) {
      planned.cancel(false);
    }
    try {
      follow(drops.scan());
      isBlind = false;
    } catch (IOException e) {
      if (!isBlind) {
        LOG.error("The drop folder {} cannot be read; what served goes on serving: {}", folder, e);
      }
      isBlind = true;
    } finally {
      var pause = drops.isSettled() ? settings.rescan() : settings.patience().settle();
      next = control.after(pause, this::look);
    }
  }

  private void follow(List<Drop> found) {
    tidyUp.run();
    if (isConverged || drops.isSettled() || isLate()) {
      latest = versions.follow(found);
      var wanted = versions.hashes(found);
      if (!wanted.isEmpty()) {
        store.keepOnly(wanted);
      }
      tell(found);
      isConverged = true;
    } else {
      tell(found);
    }
  }

  /** Whether a file that is still being copied has held up the start for long enough. */
  private boolean isLate() {
    return System.nanoTime() - began
        > Duration.ofSeconds(1).toNanos() + 2 * settings.patience().unfinished().toNanos();
  }

  private void tell(List<Drop> found) {
    for (var news : notes.tell(versions.report(found, latest))) {
      if (news.state() == DropStatus.State.REJECTED) {
        LOG.warn("Refused: {}", news.reason());
        watch.refused(news.file(), news.reason());
      }
    }
  }
}
