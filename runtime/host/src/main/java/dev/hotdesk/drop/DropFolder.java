package dev.hotdesk.drop;

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
import java.util.Set;
import java.util.TreeMap;

/**
 * The folder into which plugins are dropped. Each {@link #scan} is the whole truth; nothing depends
 * on having seen an event.
 *
 * <p>A file is believed when it stayed the same for a while and reads as a whole jar, or when a
 * {@code .sha256} file beside it promises its hash. What was found of a file is remembered until it
 * changes.
 */
public final class DropFolder {

  /** No scan takes much longer, however many files were dropped at once. */
  private static final Duration LONGEST_SCAN = Duration.ofMillis(500);

  private final Path folder;
  private final Intake intake;
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
    this.intake = new Intake(store, verifier);
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
    return sightings.values().stream().map(Sighting::drop).toList();
  }

  /** Whether the last scan saw nothing that is about to change by itself. */
  public boolean isSettled() {
    return sightings.values().stream().allMatch(Sighting::isSettled);
  }

  /**
   * Forgets what was found of the files, but not since when they are as they are.
   *
   * @param but the hashes of jars that are left as they are
   */
  public void reconsider(Set<String> but) {
    sightings.values().stream()
        .filter(sighting -> !but.contains(sighting.sha256()))
        .forEach(Sighting::reconsider);
  }

  /**
   * A jar that was taken in before, verified anew, as if it lay under this name; empty if it is
   * gone or may not run any more.
   */
  public Optional<Drop.Ready> recall(String file, String sha256) {
    return intake.recall(file, sha256);
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
      if (sighting == null || !sighting.print().equals(print)) {
        sighting = new Sighting(name, print, now, began);
        sightings.put(name, sighting);
      }
      sighting.seen();
      if (sighting.isDue(patience, now) && !isTimeUp) {
        examine(sighting, name, file, now);
        isTimeUp = System.nanoTime() - begun >= longest.toNanos(); // never before the first
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void examine(Sighting sighting, String name, Path file, long now) throws IOException {
    boolean isLastChance = sighting.isLastChance(patience, now);
    sighting.examined();
    try {
      sighting.decide(intake.take(name, file, sighting));
    } catch (RefusedJarException e) {
      if (isLastChance || !e.mayBeUnfinished()) {
        sighting.decide(new Drop.Refused(name, sighting.sha256(), e.reason(), e.checks()));
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (isLastChance) {
        sighting.suppose(unreadable(name, e));
      }
    }
    var print = Fingerprint.of(file);
    if (!print.equals(sighting.print())) {
      sightings.put(name, new Sighting(name, print, System.nanoTime(), began));
    }
  }

  private static Drop unreadable(String name, IOException found) {
    return new Drop.Refused(
        name,
        "",
        "%s could not be read (%s); wanted a file that the runtime may read: check its owner and rights."
            .formatted(name, found),
        List.of());
  }
}
