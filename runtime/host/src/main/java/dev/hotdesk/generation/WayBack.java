package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropFolder;
import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.rollout.Wish;
import java.util.Map;
import java.util.Optional;

/**
 * Goes back from the version that serves everybody to the one before: at once if it stands by, or
 * from its jar in the store. Control thread only.
 */
final class WayBack {

  private final Wishes wishes;
  private final Selection selection;
  private final Switchboard switchboard;
  private final DropFolder drops;
  private final Withdrawal withdrawal;
  private final Chronicle chronicle;
  private final Revoked revoked;

  WayBack(
      Wishes wishes,
      Selection selection,
      Switchboard switchboard,
      DropFolder drops,
      Withdrawal withdrawal,
      Chronicle chronicle,
      Revoked revoked) {
    this.wishes = wishes;
    this.selection = selection;
    this.switchboard = switchboard;
    this.drops = drops;
    this.withdrawal = withdrawal;
    this.chronicle = chronicle;
    this.revoked = revoked;
  }

  /** What served before what serves now, if it can serve again. */
  Optional<Drop.Ready> before(Generation serving) {
    var wish = wishes.of(serving.jar().id());
    if (wish.previous().isEmpty()) {
      return Optional.empty();
    }
    var sha256 = wish.previous().get().sha256();
    if (wish.held().containsKey(sha256) || revoked.reason(sha256).isPresent()) {
      return Optional.empty();
    }
    return selection
        .find(sha256)
        .or(
            () ->
                switchboard
                    .standby()
                    .of(serving.jar().id())
                    .filter(each -> each.jar().sha256().equals(sha256))
                    .map(each -> in(serving.drop().file(), each.drop())))
        .or(() -> drops.recall(serving.drop().file(), sha256));
  }

  /**
   * Takes the version that serves away; the one before, if there is one, serves again.
   *
   * @param by the admin, or empty
   */
  void take(Generation serving, GenerationState end, String by) {
    var plugin = serving.jar().id();
    var before = before(serving);
    CrashPoints.pass("going-back");
    chronicle.decided(plugin, serving.jar().version(), "rollback", by, end.note());
    wishes.want(
        wishes.with(plugin, wishes.of(plugin).back(before.map(Decider::jar), end.hold())), by);
    before.ifPresent(drop -> selection.stand(drop.file(), drop));
    withdrawal.of(Map.of(serving, end));
  }

  /** Lets go of what stands by and may not serve again. */
  void dismissRevoked() {
    for (var generation : switchboard.standby().generations()) {
      var jar = generation.jar();
      revoked
          .reason(jar.sha256())
          .ifPresent(
              reason -> {
                chronicle.decided(jar.id(), jar.version(), "revoked", "", reason);
                switchboard.standby().forget(generation);
              });
    }
  }

  /** Seeds what files stand for, as it was when what is wanted was saved. */
  void recall() {
    for (var wish : wishes.all().values()) {
      wish.stable().ifPresent(this::recall);
    }
  }

  private void recall(Wish.Jar jar) {
    if (selection.find(jar.sha256()).isEmpty()) {
      drops.recall(jar.file(), jar.sha256()).ifPresent(drop -> selection.stand(jar.file(), drop));
    }
  }

  private static Drop.Ready in(String file, Drop.Ready drop) {
    return new Drop.Ready(file, drop.modified(), drop.jar());
  }
}
