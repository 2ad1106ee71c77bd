package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.verify.Dependencies;
import dev.hotdesk.verify.Dependency;
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
  private final Map<Drop.Ready, Barred> unwanted = new HashMap<>();
  private final Partners partners;
  private List<Drop.Ready> latest = List.of();

  Selection(Partners partners) {
    this.partners = partners;
  }

  /** The jars that have the best claims to serve, by plugin id, but for what is not wanted. */
  Map<String, Drop.Ready> from(List<Drop> drops, Map<String, Wish> wishes) {
    unwanted.clear();
    latest =
        drops.stream().filter(Drop.Ready.class::isInstance).map(Drop.Ready.class::cast).toList();
    var files = drops.stream().map(Drop::file).collect(Collectors.toSet());
    lastServed.keySet().retainAll(files);
    rejected.keySet().retainAll(new HashSet<>(drops));
    for (var drop : drops) {
      if (drop instanceof Drop.Refused refused && isLastServed(refused)) {
        lastServed.remove(refused.file()); // its signer was revoked since
      }
    }
    for (var drop : drops) {
      if (drop instanceof Drop.Ready ready) {
        bar(ready, wishes.getOrDefault(ready.jar().id(), Wish.NONE));
      }
    }
    for (var last : List.copyOf(lastServed.values())) {
      bar(last, wishes.getOrDefault(last.jar().id(), Wish.NONE));
    }
    var newcomers = latest.stream().filter(drop -> isNew(drop, wishes)).toList();
    partners
        .missing(newcomers, drops)
        .forEach((drop, why) -> unwanted.putIfAbsent(drop, new Barred(State.WAITING, why)));
    lonely.clear();
    var best = best(drops);
    while (isAnyLonely(best.values())) {
      best = best(drops);
    }
    return best;
  }

  private void bar(Drop.Ready drop, Wish wish) {
    var hold = wish.held().get(drop.jar().sha256());
    if (!wish.isEnabled()) {
      unwanted.put(drop, new Barred(State.DISABLED, "An admin has taken it out of service."));
    } else if (hold != null) {
      unwanted.put(drop, new Barred(state(hold.cause()), hold.reason()));
    }
  }

  private boolean isNew(Drop.Ready drop, Map<String, Wish> wishes) {
    var wish = wishes.getOrDefault(drop.jar().id(), Wish.NONE);
    return !rejected.containsKey(drop)
        && !unwanted.containsKey(drop)
        && Stream.of(wish.stable(), wish.previous(), wish.candidate().map(Wish.Candidate::jar))
            .flatMap(Optional::stream)
            .noneMatch(jar -> jar.sha256().equals(drop.jar().sha256()));
  }

  private static State state(Wish.Cause cause) {
    return switch (cause) {
      case ROLLED_BACK -> State.HELD;
      case QUARANTINED -> State.QUARANTINED;
    };
  }

  /** The jar with these bytes, if it lies in the folder or a file there stands for it. */
  Optional<Drop.Ready> find(String sha256) {
    return Stream.concat(latest.stream(), lastServed.values().stream())
        .filter(drop -> drop.jar().sha256().equals(sha256))
        .filter(this::isUsable)
        .findFirst();
  }

  /** The jar of a plugin with the best claim of those that are held. */
  Optional<Drop.Ready> held(String plugin) {
    return unwanted.entrySet().stream()
        .filter(entry -> entry.getValue().isHeld())
        .map(Map.Entry::getKey)
        .filter(drop -> drop.jar().id().equals(plugin) && latest.contains(drop))
        .max(BY_CLAIM);
  }

  /** Whether it was tried and does not count now, though it is wanted. */
  boolean isBarred(String sha256) {
    return Stream.concat(rejected.keySet().stream(), lonely.keySet().stream())
        .anyMatch(drop -> drop.jar().sha256().equals(sha256));
  }

  /** Whether one version is higher than another. */
  static boolean isHigher(String version, String other) {
    return new DefaultVersionManager().compareVersions(version, other) > 0;
  }

  /** Which has the better claim. */
  int compare(Drop.Ready one, Drop.Ready other) {
    return one.jar().sha256().equals(other.jar().sha256()) ? 0 : BY_CLAIM.compare(one, other);
  }

  /**
   * The ids of the plugins of which something lies in the folder, or may: it cannot be read yet.
   */
  Set<String> plugins(List<Drop> drops) {
    var ids = lastServed.values().stream().map(drop -> drop.jar().id()).collect(Collectors.toSet());
    latest.forEach(drop -> ids.add(drop.jar().id()));
    return ids;
  }

  /** From now on this file stands for that jar, as long as its own does not count. */
  void stand(String file, Drop.Ready drop) {
    lastServed.put(file, drop);
  }

  private boolean isUsable(Drop.Ready drop) {
    return !rejected.containsKey(drop) && !lonely.containsKey(drop) && !unwanted.containsKey(drop);
  }

  private boolean isLastServed(Drop.Refused refused) {
    var last = lastServed.get(refused.file());
    return last != null && last.jar().sha256().equals(refused.sha256());
  }

  /**
   * Notes the jars that cannot be active, as they miss each other. A newcomer that does not suit
   * what serves is noted instead of what serves.
   */
  private boolean isAnyLonely(Collection<Drop.Ready> best) {
    var refusals = Dependencies.check(best.stream().map(Drop.Ready::jar).toList());
    for (var refusal : refusals) {
      best.stream()
          .filter(drop -> drop.jar().equals(refusal.jar()))
          .map(drop -> newcomer(drop, best).orElse(drop))
          .forEach(drop -> lonely.put(drop, drop.file() + ": " + refusal.reason()));
    }
    return !refusals.isEmpty();
  }

  /** The one that took the place of what this one, which serves, needs. */
  private Optional<Drop.Ready> newcomer(Drop.Ready drop, Collection<Drop.Ready> best) {
    var served = lastServed.values();
    return best.stream()
        .filter(other -> served.contains(drop) && !served.contains(other))
        .filter(
            other ->
                drop.jar().dependencies().stream()
                    .anyMatch(
                        wanted ->
                            wanted.plugin().equals(other.jar().id())
                                && !wanted.accepts(other.jar().version())
                                && served.stream().anyMatch(old -> suits(wanted, old))))
        .findFirst();
  }

  private static boolean suits(Dependency wanted, Drop.Ready drop) {
    return wanted.plugin().equals(drop.jar().id()) && wanted.accepts(drop.jar().version());
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
    if (drop instanceof Drop.Ready ready && isUsable(ready)) {
      return Optional.of(ready);
    }
    return Optional.ofNullable(lastServed.get(drop.file()))
        .filter(last -> !lonely.containsKey(last) && !unwanted.containsKey(last));
  }

  /** It does not count any more. */
  void reject(Drop.Ready drop, String reason) {
    rejected.put(drop, reason);
    lastServed.remove(drop.file(), drop);
  }

  /** Gives the jars of a plugin another chance, as something else than the jar was mended. */
  void forgive(String plugin) {
    rejected.keySet().removeIf(drop -> drop.jar().id().equals(plugin));
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

  /** What became of a jar that does not count. */
  record Barred(State state, String reason) {

    boolean isHeld() {
      return state == State.HELD || state == State.QUARANTINED;
    }
  }

  /** Why a jar does not count, if it does not. */
  Optional<Barred> barred(Drop.Ready drop) {
    var reason = rejected.getOrDefault(drop, lonely.get(drop));
    return reason == null
        ? Optional.ofNullable(unwanted.get(drop))
        : Optional.of(new Barred(State.REJECTED, reason));
  }
}
