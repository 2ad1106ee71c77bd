package dev.hotdesk.server.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Flight recordings of this process, for whoever wants to know what it is busy with. One at a time,
 * bounded in time and size; the last few stay until the server ends.
 *
 * <p>Only events on a list are recorded, none of which holds text: no variables of the environment,
 * no properties, no command lines, no messages of exceptions, no names of files.
 */
public final class Recordings implements AutoCloseable {

  /** How many are kept. */
  static final int MOST_KEPT = 3;

  /** The longest that may be asked for. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  /** About where a recording begins to forget its beginning. */
  public static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Path folder;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Kept> kept = new ArrayDeque<>();
  private int made;

  /** Keeps them in this folder, and deletes those of before. */
  public Recordings(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  private record Kept(String id, Instant begun, Duration length, Path file, Recording recording) {
    boolean isRunning() {
      return recording.getState() == RecordingState.RUNNING
          || recording.getState() == RecordingState.NEW;
    }
  }

  /**
   * What is known of one.
   *
   * @param bytes of its file; 0 while it runs
   */
  public record Known(String id, boolean running, Instant begun, long seconds, long bytes) {}

  /**
   * Begins one that ends by itself; empty if one is running.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  public Optional<Known> begin(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A recording takes 1 to %d seconds, not %d."
              .formatted(LONGEST.toSeconds(), length.toSeconds()));
    }
    lock.lock();
    try {
      if (kept.stream().anyMatch(Kept::isRunning)) {
        return Optional.empty();
      }
      while (kept.size() >= MOST_KEPT) {
        forget(kept.removeFirst());
      }
      return Optional.of(known(started(length)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A recording cannot be kept in " + folder + ": " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private Kept started(Duration length) throws IOException {
    clean();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var id = "r%d-%d".formatted(now.getEpochSecond(), ++made);
    var file = folder.resolve(id + ".jfr");
    var recording = new Recording(RecordedEvents.settings());
    recording.setName("hotdesk-" + id);
    recording.setToDisk(true);
    recording.setMaxSize(MOST_BYTES);
    recording.setDuration(length);
    recording.setDestination(file);
    recording.start();
    var begun = new Kept(id, now, length, file, recording);
    kept.add(begun);
    return begun;
  }

  /** Files of a process of before: nobody knows them any more. */
  private void clean() throws IOException {
    Files.createDirectories(folder);
    if (made == 0) {
      try (var files = Files.newDirectoryStream(folder, "r*.jfr")) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** All that there are, the latest first. */
  public List<Known> all() {
    lock.lock();
    try {
      return kept.reversed().stream().map(Recordings::known).toList();
    } finally {
      lock.unlock();
    }
  }

  /** One of them. */
  public Optional<Known> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The file of one that has ended. */
  public Optional<Path> file(String id) {
    lock.lock();
    try {
      return kept.stream()
          .filter(each -> each.id.equals(id) && !each.isRunning())
          .map(Kept::file)
          .filter(Files::exists)
          .findFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Ends it if it runs; what it has recorded stays. False if there is no such one, or it ended. */
  public boolean end(String id) {
    lock.lock();
    try {
      var running =
          kept.stream().filter(each -> each.id.equals(id) && each.isRunning()).findFirst();
      running.ifPresent(each -> each.recording.stop());
      return running.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /** Deletes one that has ended; false if there is no such one. */
  public boolean delete(String id) {
    lock.lock();
    try {
      var ended = kept.stream().filter(each -> each.id.equals(id) && !each.isRunning()).findFirst();
      if (ended.isPresent()) {
        forget(ended.get());
        kept.remove(ended.get());
      }
      return ended.isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The recording " + id + " is still in " + folder + ": " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private static Known known(Kept one) {
    try {
      var bytes = one.isRunning() || Files.notExists(one.file) ? 0 : Files.size(one.file);
      return new Known(one.id, one.isRunning(), one.begun, one.length.toSeconds(), bytes);
    } catch (IOException _) {
      return new Known(one.id, one.isRunning(), one.begun, one.length.toSeconds(), 0);
    }
  }

  private static void forget(Kept one) throws IOException {
    one.recording.close();
    Files.deleteIfExists(one.file);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      for (var one : kept) {
        forget(one);
      }
      kept.clear();
    } catch (IOException _) {
      // The next server deletes what is left.
    } finally {
      lock.unlock();
    }
  }
}
