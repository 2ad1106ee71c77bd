package dev.hotdesk.drop;

import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.RefusedJarException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which plugins are dropped. Each {@link #scan} is the whole truth; nothing depends
 * on having seen an event.
 *
 * <p>A file is believed when it stayed the same for a while and reads as a whole jar, or when a
 * {@code .sha256} file beside it promises its hash. What was found of a file is remembered until it
 * changes.
 */
public final class DropFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  /** No scan takes much longer, however many files were dropped at once. */
  private static final Duration LONGEST_SCAN = Duration.ofMillis(500);

  /** A file last written longer ago than this was not being copied when we started. */
  private static final Duration LONG_AGO = Duration.ofSeconds(5);

  private final Path folder;
  private final JarStore store;
  private final JarVerifier verifier;
  private final Patience patience;
  private final Duration longest;
  private final Instant began = Instant.now();
  private final Map<String, Sighting> sightings = new TreeMap<>();
  private boolean isTimeUp;

  /** Watches this folder; makes it if need be. */
  public DropFolder(Path folder, JarStore store, JarVerifier verifier, Patience patience)
      throws IOException {
    this(folder, store, verifier, patience, LONGEST_SCAN);
  }

  DropFolder(Path folder, JarStore store, JarVerifier verifier, Patience patience, Duration longest)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.store = store;
    this.verifier = verifier;
    this.patience = patience;
    this.longest = longest;
  }

  /**
   * What lies in the folder now, by name. Of very many new files, those that there was no time for
   * are still {@link Drop.Copying}; the next scan goes on with them.
   *
   * @throws IOException if the folder cannot be listed; then nothing is known, least of all that
   *     files are gone
   */
  public List<Drop> scan() throws IOException {
    long begun = System.nanoTime();
    isTimeUp = false;
    var missing = new TreeMap<>(sightings);
    try (var files = Files.newDirectoryStream(folder, DropFolder::isJar)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (see(name, file, begun)) {
          missing.remove(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    missing.forEach(
        (name, sighting) -> {
          if (sighting.isGoneFor(patience.settle(), System.nanoTime())) {
            sightings.remove(name);
          }
        });
    return sightings.values().stream().map(sighting -> sighting.drop).toList();
  }

  /** Whether the last scan saw nothing that is about to change by itself. */
  public boolean isSettled() {
    return sightings.values().stream().allMatch(Sighting::isSettled);
  }

  /** Forgets what was found of the files, but not since when they are as they are. */
  public void reconsider() {
    sightings.values().forEach(sighting -> sighting.isDecided = false);
  }

  /**
   * A jar that was taken in before, verified anew, as if it lay under this name; empty if it is
   * gone or may not run any more.
   */
  public Optional<Drop.Ready> recall(String file, String sha256) {
    var found = store.find(sha256);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Drop.Ready(file, Instant.EPOCH, verifier.verify(file, found.get(), sha256)));
    } catch (RefusedJarException e) {
      LOG.warn("What {} was before cannot serve again: {}", file, e.reason());
      return Optional.empty();
    }
  }

  private static boolean isJar(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /** Whether the file was there. */
  private boolean see(String name, Path file, long begun) throws IOException {
    try {
      var print = Fingerprint.of(file);
      long now = System.nanoTime(); // not when the scan began, which may be seconds ago
      var sighting = sightings.get(name);
      if (sighting == null || !sighting.print.equals(print)) {
        sighting = new Sighting(print, new Drop.Copying(name), now);
        sightings.put(name, sighting);
      }
      sighting.goneSince = 0;
      if (isDue(sighting, now) && !isTimeUp) {
        examine(sighting, name, file, now);
        isTimeUp = System.nanoTime() - begun >= longest.toNanos(); // never before the first
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private boolean isDue(Sighting sighting, long now) {
    if (sighting.isDecided) {
      return false;
    }
    if (sighting.isExamined) {
      return sighting.isOlderThan(patience.unfinished(), now);
    }
    return sighting.isOlderThan(patience.settle(), now)
        || !sighting.print.promised().isEmpty()
        || isFromLongAgo(sighting);
  }

  private boolean isFromLongAgo(Sighting sighting) {
    return sighting.print.modified().isBefore(began.minus(LONG_AGO));
  }

  private void examine(Sighting sighting, String name, Path file, long now) throws IOException {
    boolean isLastChance =
        sighting.isOlderThan(patience.unfinished(), now) || isFromLongAgo(sighting);
    sighting.isExamined = true;
    try {
      sighting.drop = verified(sighting, name, file);
      sighting.isDecided = true;
    } catch (RefusedJarException e) {
      if (isLastChance || !e.mayBeUnfinished()) {
        sighting.drop = new Drop.Refused(name, sighting.sha256, e.reason(), e.checks());
        sighting.isDecided = true;
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (isLastChance) {
        sighting.drop =
            new Drop.Refused(
                name,
                "",
                "%s could not be read (%s); wanted a file that the runtime may read: check its owner and rights."
                    .formatted(name, e),
                List.of());
      }
    }
    if (!Fingerprint.of(file).equals(sighting.print)) {
      var print = Fingerprint.of(file);
      sightings.put(name, new Sighting(print, new Drop.Copying(name), System.nanoTime()));
    }
  }

  private Drop verified(Sighting sighting, String name, Path file)
      throws IOException, RefusedJarException {
    var print = sighting.print;
    var limit = verifier.limits().bytes();
    if (print.size() > limit) {
      throw new RefusedJarException(
          "%s has %,d bytes; wanted at most %,d: pack less into it."
              .formatted(name, print.size(), limit));
    }
    var stored = store.take(file, limit);
    sighting.sha256 = stored.sha256();
    CrashPoints.pass("verifying");
    if (!print.promised().isEmpty() && !print.promised().equals(stored.sha256())) {
      throw RefusedJarException.unfinished(
          "%s has the SHA-256 %s; wanted %s, as its .sha256 file says: copy both again."
              .formatted(name, stored.sha256(), print.promised()));
    }
    return new Drop.Ready(
        name, print.modified(), verifier.verify(name, stored.path(), stored.sha256()));
  }

  /** What is remembered of one file. */
  private static final class Sighting {

    private final Fingerprint print;
    private final long since;
    private Drop drop;
    private String sha256 = "";
    private boolean isExamined;
    private boolean isDecided;
    private long goneSince;

    Sighting(Fingerprint print, Drop drop, long since) {
      this.print = print;
      this.drop = drop;
      this.since = since;
    }

    boolean isSettled() {
      return !(drop instanceof Drop.Copying) && goneSince == 0;
    }

    boolean isOlderThan(Duration age, long now) {
      return now - since >= age.toNanos();
    }

    boolean isGoneFor(Duration time, long now) {
      if (goneSince == 0) {
        goneSince = now;
      }
      return now - goneSince >= time.toNanos();
    }
  }
}
