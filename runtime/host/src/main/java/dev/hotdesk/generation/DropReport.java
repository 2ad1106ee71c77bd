package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.verify.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what became of each file in the drop folder. Control thread only. */
final class DropReport {

  private final Selection selection;
  private final Switchboard switchboard;

  DropReport(Selection selection, Switchboard switchboard) {
    this.selection = selection;
    this.switchboard = switchboard;
  }

  /**
   * What became of these files.
   *
   * @param waiting why some of them do not serve yet
   */
  List<DropStatus> on(List<Drop> drops, Map<Drop.Ready, String> waiting) {
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
            case Drop.Ready ready -> status(ready, waiting);
          });
    }
    return statuses;
  }

  private DropStatus status(Drop.Ready drop, Map<Drop.Ready, String> waiting) {
    var barred = selection.barred(drop);
    if (barred.isPresent()) {
      return of(drop, barred.get().state(), barred.get().reason(), 0);
    }
    var table = switchboard.table();
    var tried =
        table
            .trial()
            .flatMap(trial -> trial.arm().of(drop.jar().id()))
            .filter(
                each -> each.drop().equals(drop) && !table.stable().generations().contains(each));
    if (tried.isPresent()) {
      var generation = tried.get();
      return of(drop, State.CANDIDATE, generation.state().note(), generation.number());
    }
    var reason = waiting.get(drop);
    if (reason != null) {
      return of(drop, State.WAITING, reason, 0);
    }
    var serving = table.stable().of(drop.jar().id());
    if (serving.isEmpty()) {
      return of(drop, State.LOADING, "", 0);
    }
    var generation = serving.get();
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
