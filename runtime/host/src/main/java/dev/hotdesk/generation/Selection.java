package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.verify.Check;
import dev.hotdesk.verify.Dependencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pf4j.DefaultVersionManager;

/**
 * Which of the dropped jars should serve: of each plugin the highest version, of equal versions the
 * file written last. A jar that proved bad does not count until its file changes; while a file is
 * bad, or is being written, what it last served goes on serving. Control thread only.
 */
final class Selection {

  private static final Comparator<Drop.Ready> BY_CLAIM =
      Comparator.comparing(
              (Drop.Ready drop) -> drop.jar().version(),
              new DefaultVersionManager()::compareVersions)
          .thenComparing(Drop.Ready::modified)
          .thenComparing(Drop.Ready::file);

  private final Map<String, Drop.Ready> lastServed = new HashMap<>();
  private final Map<Drop.Ready, String> rejected = new HashMap<>();
  private final Map<Drop.Ready, String> lonely = new HashMap<>();

  /** The jars that should serve, by plugin id. */
  Map<String, Drop.Ready> from(List<Drop> drops) {
    var files = drops.stream().map(Drop::file).collect(Collectors.toSet());
    lastServed.keySet().retainAll(files);
    rejected.keySet().retainAll(new HashSet<>(drops));
    for (var drop : drops) {
      if (drop instanceof Drop.Refused refused && isLastServed(refused)) {
        lastServed.remove(refused.file()); // its signer was revoked since
      }
    }
    lonely.clear();
    var best = best(drops);
    while (isAnyLonely(best.values())) {
      best = best(drops);
    }
    return best;
  }

  private boolean isLastServed(Drop.Refused refused) {
    var last = lastServed.get(refused.file());
    return last != null && last.jar().sha256().equals(refused.sha256());
  }

  /** Notes the jars that cannot be active, as they miss each other. */
  private boolean isAnyLonely(Collection<Drop.Ready> best) {
    var refusals = Dependencies.check(best.stream().map(Drop.Ready::jar).toList());
    for (var refusal : refusals) {
      best.stream()
          .filter(drop -> drop.jar().equals(refusal.jar()))
          .forEach(drop -> lonely.put(drop, drop.file() + ": " + refusal.reason()));
    }
    return !refusals.isEmpty();
  }

  private Map<String, Drop.Ready> best(List<Drop> drops) {
    var best = new TreeMap<String, Drop.Ready>();
    for (var drop : drops) {
      candidate(drop)
          .ifPresent(
              ready ->
                  best.merge(
                      ready.jar().id(),
                      ready,
                      (one, other) -> BY_CLAIM.compare(one, other) > 0 ? one : other));
    }
    return best;
  }

  private Optional<Drop.Ready> candidate(Drop drop) {
    if (drop instanceof Drop.Ready ready
        && !rejected.containsKey(ready)
        && !lonely.containsKey(ready)) {
      return Optional.of(ready);
    }
    return Optional.ofNullable(lastServed.get(drop.file()))
        .filter(last -> !lonely.containsKey(last));
  }

  /** It does not count any more. */
  void reject(Drop.Ready drop, String reason) {
    rejected.put(drop, reason);
    lastServed.remove(drop.file(), drop);
  }

  /** These serve now. */
  void serve(Collection<Drop.Ready> drops) {
    drops.forEach(drop -> lastServed.put(drop.file(), drop));
  }

  /** The hashes of all jars that may be wanted again. */
  Set<String> hashes(List<Drop> drops) {
    return Stream.concat(
            drops.stream()
                .filter(Drop.Ready.class::isInstance)
                .map(drop -> ((Drop.Ready) drop).jar().sha256()),
            lastServed.values().stream().map(drop -> drop.jar().sha256()))
        .collect(Collectors.toSet());
  }

  /** What became of each file, while these generations serve. */
  List<DropStatus> statuses(List<Drop> drops, Collection<Generation> serving) {
    var statuses = new ArrayList<DropStatus>();
    for (var drop : drops) {
      statuses.add(
          switch (drop) {
            case Drop.Copying copying -> bare(copying.file(), "", State.LOADING, "", List.of());
            case Drop.Refused refused ->
                bare(
                    refused.file(),
                    refused.sha256(),
                    State.REJECTED,
                    refused.reason(),
                    refused.checks());
            case Drop.Ready ready -> status(ready, serving);
          });
    }
    return statuses;
  }

  private DropStatus status(Drop.Ready drop, Collection<Generation> serving) {
    var reason = rejected.getOrDefault(drop, lonely.get(drop));
    if (reason != null) {
      return of(drop, State.REJECTED, reason, 0);
    }
    var ofPlugin =
        serving.stream().filter(each -> each.jar().id().equals(drop.jar().id())).findFirst();
    if (ofPlugin.isEmpty()) {
      return of(drop, State.LOADING, "", 0);
    }
    var generation = ofPlugin.get();
    return generation.drop().equals(drop)
        ? of(drop, State.LIVE, "", generation.number())
        : of(
            drop,
            State.SUPERSEDED,
            "Version %s in %s serves instead."
                .formatted(generation.jar().version(), generation.drop().file()),
            0);
  }

  private static DropStatus of(Drop.Ready drop, State state, String reason, int generation) {
    var jar = drop.jar();
    return new DropStatus(
        drop.file(),
        jar.id(),
        jar.version(),
        jar.sha256(),
        state,
        reason,
        Instant.EPOCH,
        generation,
        jar.checks());
  }

  private static DropStatus bare(
      String file, String sha256, State state, String reason, List<Check> checks) {
    return new DropStatus(file, "", "", sha256, state, reason, Instant.EPOCH, 0, checks);
  }
}
