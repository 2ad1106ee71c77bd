package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.Rollout.Fare;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rollout under way, as people see it. Control thread only. */
final class RolloutView {

  private static final Fare NOTHING = new Fare(0, 0, 0, 0, 0);

  private final Probation probation;
  private final Contest contest;
  private final Switchboard switchboard;

  RolloutView(Probation probation, Contest contest, Switchboard switchboard) {
    this.probation = probation;
    this.contest = contest;
    this.switchboard = switchboard;
  }

  /** What is being tried, or else an upgrade that waits for an admin's consent. */
  Optional<Rollout> of(Decision latest) {
    var members = probation.members();
    if (members.isEmpty() || switchboard.table().trial().isEmpty()) {
      return latest.oneWay().values().stream()
          .findFirst()
          .map(drop -> waiting(drop, latest.waiting().getOrDefault(drop, "")));
    }
    var first = members.values().iterator().next().candidate().orElseThrow();
    return Optional.of(
        new Rollout(
            first.rollout(),
            members.entrySet().stream().map(RolloutView::member).toList(),
            first.stage(),
            first.percent(),
            first.since(),
            first.isKept() ? "" : probation.course().until(first).toString(),
            contest.candidatesFare(),
            contest.othersFare(),
            first.isKept() ? "An admin keeps it here." : ""));
  }

  private static Rollout.Member member(Map.Entry<String, Wish> entry) {
    var wish = entry.getValue();
    return new Rollout.Member(
        entry.getKey(),
        wish.stable().map(Wish.Jar::version).orElse(""),
        wish.candidate().orElseThrow().jar().version());
  }

  private Rollout waiting(Drop.Ready drop, String why) {
    var jar = drop.jar();
    var from = switchboard.serving(jar.id()).map(each -> each.jar().version()).orElse("");
    return new Rollout(
        jar.sha256().substring(0, 12),
        List.of(new Rollout.Member(jar.id(), from, jar.version())),
        Stage.WAITING,
        0,
        drop.modified(),
        "",
        NOTHING,
        NOTHING,
        why);
  }
}
