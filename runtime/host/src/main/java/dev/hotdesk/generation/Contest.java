package dev.hotdesk.generation;

import dev.hotdesk.rollout.Rollout.Fare;
import dev.hotdesk.rollout.Share;
import dev.hotdesk.rollout.Tally.Counts;
import dev.hotdesk.rollout.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the candidates of the rollout under way fare beside the generations that they would replace.
 * Control thread only.
 */
final class Contest {

  private final Switchboard switchboard;
  private final Plans plans;
  private final Fares fares = new Fares();
  private final Comparisons comparisons = new Comparisons();
  private String rollout = "";

  Contest(Switchboard switchboard, Plans plans) {
    this.switchboard = switchboard;
    this.plans = plans;
  }

  /** What candidates that only listen would have answered. Any thread. */
  Comparisons comparisons() {
    return comparisons;
  }

  /** This rollout is under way, or none: what was counted of another does not count. */
  void about(Optional<Share> share) {
    var present = share.map(Share::rollout).orElse("");
    if (present.isEmpty()) {
      comparisons.clear();
    } else if (!present.equals(rollout)) {
      fares.clear();
      if (!rollout.isEmpty()) {
        comparisons.clear(); // else some of this rollout are counted already
      }
    }
    rollout = present;
  }

  /** Why the candidates must go back, if they must. */
  Optional<String> fault() {
    for (var pair : pairs()) {
      var verdict = new Verdict(plans.of(pair.candidate.drop()).budget());
      var reason =
          verdict.on(
              pair.candidate.tally().counts(),
              pair.candidate.ownThreads(),
              fares.baseline(pair.stable));
      if (reason.isPresent()) {
        return Optional.of(
            "%s %s was taken back: %s"
                .formatted(
                    pair.candidate.jar().id(), pair.candidate.jar().version(), reason.get()));
      }
    }
    return Optional.empty();
  }

  /** All candidates. */
  List<Generation> candidates() {
    return pairs().stream().map(Pair::candidate).toList();
  }

  /** The candidate whose plan counts for all. */
  Optional<Generation> first() {
    return candidates().stream().findFirst();
  }

  /** How the candidates fare, for people to see. */
  Fare candidatesFare() {
    var counts = Counts.NONE;
    for (var pair : pairs()) {
      counts = counts.and(pair.candidate.tally().counts());
    }
    return Fares.shown(counts, comparisons.count());
  }

  /** How those that they would replace fare, for people to see. */
  Fare othersFare() {
    var counts = Counts.NONE;
    for (var pair : pairs()) {
      counts = counts.and(fares.since(pair.stable));
    }
    return Fares.shown(counts, Comparisons.Count.NONE);
  }

  private record Pair(Generation candidate, Generation stable) {}

  private List<Pair> pairs() {
    var table = switchboard.table();
    var pairs = new ArrayList<Pair>();
    for (var candidate : table.trial().map(trial -> trial.arm().generations()).orElse(List.of())) {
      table
          .stable()
          .of(candidate.jar().id())
          .filter(each -> !each.equals(candidate))
          .ifPresent(each -> pairs.add(new Pair(candidate, each)));
    }
    return pairs;
  }
}
