package dev.hotdesk.drop;

import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.RefusedJarException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jars into the store, and lets in what passes all checks there. */
record Intake(JarStore store, JarVerifier verifier) {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Copies a file and verifies the copy. */
  Drop.Ready take(String name, Path file, Sighting sighting)
      throws IOException, RefusedJarException {
    var print = sighting.print();
    var limit = verifier.limits().bytes();
    RefusedJarException.unless(
        print.size() <= limit,
        "%s has %,d bytes; wanted at most %,d: pack less into it."
            .formatted(name, print.size(), limit));
    var stored = store.take(file, limit);
    sighting.read(stored.sha256());
    CrashPoints.pass("verifying");
    if (!print.promised().isEmpty() && !print.promised().equals(stored.sha256())) {
      throw RefusedJarException.unfinished(
          "%s has the SHA-256 %s; wanted %s, as its .sha256 file says: copy both again."
              .formatted(name, stored.sha256(), print.promised()));
    }
    return new Drop.Ready(
        name, print.modified(), verifier.verify(name, stored.path(), stored.sha256()));
  }

  /** A jar that was taken before, verified anew; see {@link DropFolder#recall}. */
  Optional<Drop.Ready> recall(String file, String sha256) {
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
}
