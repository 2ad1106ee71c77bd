package dev.hotdesk.retire;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.hotdesk.heap.HeapPath;
import dev.hotdesk.heap.HeapSearch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why a plugin is still in memory: first by a second sweep, which knows the usual culprits,
 * then by a look at the heap. One at a time in a process.
 */
public final class Autopsy {

  private static final Logger LOG = LoggerFactory.getLogger(Autopsy.class);
  private static final String DUMP = "look.hprof";
  private static final ReentrantLock ONE = new ReentrantLock();

  private final Retirement retirement;
  private final HeapLook look;
  private long last;
  private boolean hasLooked;

  /** Looks at the heap as is allowed. */
  public Autopsy(Retirement retirement, HeapLook look) {
    this.retirement = retirement;
    this.look = look;
    forget();
  }

  /** A dump that was being written when the process was killed holds customers' words. */
  private void forget() {
    if (!look.isAllowed() || Files.notExists(look.folder())) {
      return;
    }
    try (var folders = Files.newDirectoryStream(look.folder(), "heap-*")) {
      for (var folder : folders) {
        Files.deleteIfExists(folder.resolve(DUMP));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      LOG.warn("What was left of a look at the heap is still in {}: {}", look.folder(), e);
    }
  }

  /**
   * Looks for culprits. Nothing at all in the findings if the plugin went away meanwhile.
   *
   * @param tag the plugin's class loader
   */
  public Findings of(String plugin, String threadPrefix, Tag tag) {
    var findings = sweep(plugin, threadPrefix, tag);
    if (findings.isEmpty()) {
      return new Findings();
    }
    var found = findings.get();
    if (found.held().isEmpty() && !isGone(tag)) {
      ONE.lock();
      try {
        explain(tag, found);
      } finally {
        ONE.unlock();
      }
    }
    return found;
  }

  /** In a method of its own, so that no local variable holds the loader afterwards. */
  private Optional<Findings> sweep(String plugin, String threadPrefix, Tag tag) {
    var loader = tag.get();
    return loader == null
        ? Optional.empty()
        : Optional.of(retirement.again(new Departed(plugin, loader, threadPrefix, () -> {})));
  }

  /** After a collection, which what was swept may have made possible. */
  private static boolean isGone(Tag tag) {
    System.gc();
    return tag.refersTo(null);
  }

  private void explain(Tag tag, Findings found) {
    var refusal = refusal();
    if (refusal.isPresent()) {
      found.held(
          Remnant.Kind.UNKNOWN,
          "none of the usual culprits, and the heap was not looked at: " + refusal.get());
      return;
    }
    last = System.nanoTime();
    hasLooked = true;
    try {
      var path = path(tag);
      if (path.isPresent()) {
        found.held(Remnant.Kind.REFERENCE, path.get().words());
      } else if (!isGone(tag)) {
        found.held(
            Remnant.Kind.UNKNOWN,
            "none of the usual culprits, and no strong reference in the heap: soft references or"
                + " the virtual machine itself");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The look at the heap failed", e);
      found.held(Remnant.Kind.UNKNOWN, "the look at the heap failed: " + e);
    }
  }

  private Optional<String> refusal() {
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    if (!look.isAllowed()) {
      return Optional.of("it is switched off");
    }
    if (used > look.biggest()) {
      return Optional.of(
          "%d MB are in use; wanted at most %d".formatted(used >> 20, look.biggest() >> 20));
    }
    if (hasLooked && System.nanoTime() - last < look.pause().toNanos()) {
      return Optional.of("the last look is less than %s ago".formatted(look.pause()));
    }
    return Optional.empty();
  }

  private Optional<HeapPath> path(Tag tag) throws IOException {
    var folder = privateFolder();
    var dump = folder.resolve(DUMP);
    try {
      long begun = System.nanoTime();
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(dump.toString(), true);
      var stood = Duration.ofNanos(System.nanoTime() - begun);
      long size = Files.size(dump);
      try (var search = new HeapSearch(dump)) {
        // What is opened stays readable; nothing lies about in the folder meanwhile.
        Files.delete(dump);
        long loader = search.find(Tag.class.getName(), "number", tag.number(), "referent");
        var path = loader == 0 ? Optional.<HeapPath>empty() : search.pathTo(loader);
        LOG.info(
            "Looked at a heap of {} MB: written in {} ms, searched in {} ms",
            size >> 20,
            stood.toMillis(),
            (System.nanoTime() - begun) / 1_000_000 - stood.toMillis());
        return path;
      }
    } finally {
      Files.deleteIfExists(dump);
      Files.deleteIfExists(folder);
    }
  }

  private Path privateFolder() throws IOException {
    Files.createDirectories(look.folder());
    return Files.getFileStore(look.folder()).supportsFileAttributeView("posix")
        ? Files.createTempDirectory(
            look.folder(),
            "heap-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
        : Files.createTempDirectory(look.folder(), "heap-");
  }
}
