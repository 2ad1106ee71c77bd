package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.Share;
import dev.hotdesk.rollout.Wish;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what should serve: the folder proposes, what is wanted disposes. A jar that has a better
 * claim than the one that serves becomes a candidate, or serves at once, as the plan says. Changes
 * nothing. Control thread only.
 */
final class Decider {

  private final Selection selection;
  private final Plans plans;
  private final Memories memories;
  private final Clock clock;

  Decider(Selection selection, Plans plans, Memories memories, Clock clock) {
    this.selection = selection;
    this.plans = plans;
    this.memories = memories;
    this.clock = clock;
  }

  /** What follows from what lies in the folder and what was wanted so far. */
  Decision decide(List<Drop> drops, Map<String, Wish> wanted) {
    return new Course(drops, wanted).decision();
  }

  /** One decision in the making. */
  private final class Course {

    private final Map<String, Wish> wishes;
    private final Map<String, Drop.Ready> best;
    private final Map<String, Drop.Ready> stable = new TreeMap<>();
    private final Map<String, Drop.Ready> newcomers = new TreeMap<>();
    private final Map<Drop.Ready, String> waiting = new HashMap<>();
    private final Map<String, Drop.Ready> oneWay = new TreeMap<>();

    Course(List<Drop> drops, Map<String, Wish> wanted) {
      wishes = new TreeMap<>(wanted);
      best = selection.from(drops, wanted);
      var files = selection.plugins(drops);
      wishes.replaceAll((plugin, wish) -> files.contains(plugin) ? wish : gone(wish));
      if (drops.stream().noneMatch(Drop.Copying.class::isInstance)) {
        var there = selection.hashes(drops);
        wishes.replaceAll((_, wish) -> wish.holdingOnly(there));
      }
      wishes.values().removeIf(Wish.NONE::equals);
    }

    /** Nothing of it lies in the folder any more: only whether it may serve is kept. */
    private static Wish gone(Wish wish) {
      return Wish.NONE.enabled(wish.isEnabled());
    }

    Decision decision() {
      best.forEach(this::place);
      var tried = tried();
      newcomers.keySet().removeAll(tried.keySet());
      if (tried.isEmpty() && !newcomers.isEmpty()) {
        tried = begin();
      } else {
        newcomers.forEach(
            (_, ready) -> waiting.put(ready, "It waits for the end of another rollout."));
      }
      for (var plugin : List.copyOf(wishes.keySet())) {
        if (!tried.containsKey(plugin)) {
          wishes.computeIfPresent(plugin, (_, wish) -> wish.trying(Optional.empty()));
        }
      }
      return new Decision(wishes, stable, tried, share(tried), waiting, oneWay);
    }

    private void place(String plugin, Drop.Ready ready) {
      var wish = wishes.getOrDefault(plugin, Wish.NONE);
      var serving = wish.stable().flatMap(jar -> selection.find(jar.sha256()));
      if (serving.isEmpty() || selection.compare(ready, serving.get()) <= 0) {
        stable.put(plugin, ready);
        boolean isFallback =
            wish.stable()
                .filter(jar -> selection.isBarred(jar.sha256()))
                .filter(jar -> !Selection.isHigher(ready.jar().version(), jar.version()))
                .isPresent();
        if (!isFallback) {
          wishes.put(plugin, serving(wish, ready));
        }
      } else if (isBlocked(plugin, wish, ready, serving.get())) {
        stable.put(plugin, serving.get());
      } else if (isTried(wish, ready) || !plans.of(ready).isDirect()) {
        stable.put(plugin, serving.get());
        newcomers.put(plugin, ready);
      } else {
        stable.put(plugin, ready);
        wishes.put(plugin, serving(wish, ready));
      }
    }

    /** Until it is known what the one that serves remembers, nothing comes after it. */
    private boolean isBlocked(String plugin, Wish wish, Drop.Ready ready, Drop.Ready serving) {
      if (!memories.know(serving)) {
        return true;
      }
      boolean isBlocked =
          memories.isOneWay(ready, serving) && !wish.confirmed().contains(ready.jar().sha256());
      if (isBlocked) {
        oneWay.put(plugin, ready);
        waiting.put(
            ready,
            "There is no way back from %s %s to %s for what it remembers of conversations: confirm it in the console, or drop a version that can go back."
                .formatted(plugin, ready.jar().version(), serving.jar().version()));
      }
      return isBlocked;
    }

    private static Wish serving(Wish wish, Drop.Ready ready) {
      var jar = jar(ready);
      return wish.stable().filter(jar::equals).isPresent() ? wish : wish.serving(jar);
    }

    private static boolean isTried(Wish wish, Drop.Ready ready) {
      return wish.candidate()
          .filter(it -> it.jar().sha256().equals(ready.jar().sha256()))
          .isPresent();
    }

    /** The candidates of the rollout under way, if all of them still are. */
    private Map<String, Drop.Ready> tried() {
      var members = new TreeMap<String, Drop.Ready>();
      for (var entry : wishes.entrySet()) {
        if (entry.getValue().candidate().isPresent()) {
          var ready = newcomers.get(entry.getKey());
          if (ready == null || !isTried(entry.getValue(), ready)) {
            return Map.of();
          }
          members.put(entry.getKey(), ready);
        }
      }
      return members;
    }

    /** The next rollout: what was dropped first, with what it needs or is needed by. */
    private Map<String, Drop.Ready> begin() {
      var set = Sets.first(newcomers.values(), plans);
      if (set.isEmpty()) {
        return Map.of();
      }
      var now = clock.instant();
      var id = Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
      var first = plans.of(set.getFirst()).steps().getFirst();
      for (var ready : set) {
        var candidate =
            new Wish.Candidate(jar(ready), id, first.stage(), first.percent(), now, false);
        wishes.merge(
            ready.jar().id(),
            Wish.NONE.trying(Optional.of(candidate)),
            (wish, _) -> wish.trying(Optional.of(candidate)));
      }
      return byPlugin(set);
    }

    private Optional<Share> share(Map<String, Drop.Ready> tried) {
      return tried.keySet().stream()
          .findFirst()
          .flatMap(plugin -> wishes.getOrDefault(plugin, Wish.NONE).candidate())
          .map(it -> new Share(it.rollout(), it.percent(), it.stage() == Stage.SHADOW));
    }
  }

  private static Map<String, Drop.Ready> byPlugin(Collection<Drop.Ready> drops) {
    return drops.stream().collect(Collectors.toMap(drop -> drop.jar().id(), drop -> drop));
  }

  /** As it is noted what is wanted. */
  static Wish.Jar jar(Drop.Ready drop) {
    return new Wish.Jar(drop.jar().sha256(), drop.jar().version(), drop.file());
  }
}
