package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.verify.RefusedJarException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the version before stands by where none does, as after a restart: loaded one at a
 * time, while there is nothing else to do. Control thread only.
 */
final class Reserve {

  private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);

  private final Wishes wishes;
  private final WayBack wayBack;
  private final Nursery nursery;
  private final Training training;
  private final Switchboard switchboard;
  private final Graveyard graveyard;
  private final Set<String> tried = new HashSet<>();

  Reserve(
      Wishes wishes,
      WayBack wayBack,
      Nursery nursery,
      Training training,
      Switchboard switchboard,
      Graveyard graveyard) {
    this.wishes = wishes;
    this.wayBack = wayBack;
    this.nursery = nursery;
    this.training = training;
    this.switchboard = switchboard;
    this.graveyard = graveyard;
  }

  /** Loads one more version, or trains the model to go back with, if something is missing. */
  void fill() {
    var table = switchboard.table();
    if (table.trial().isPresent() || !table.stable().model().isAvailable()) {
      return;
    }
    for (var serving : table.stable().generations()) {
      var before = missing(serving);
      if (before.isPresent()) {
        load(table, serving, before.get());
        return;
      }
    }
    if (switchboard.standby().model().isEmpty()) {
      train(table);
    }
  }

  /** What should stand by for this one, and does not; not again what could not. */
  private Optional<Drop.Ready> missing(Generation serving) {
    var wish = wishes.of(serving.jar().id());
    boolean isWanted =
        wish.stable().filter(jar -> jar.sha256().equals(serving.jar().sha256())).isPresent();
    if (!isWanted || switchboard.standby().of(serving.jar().id()).isPresent()) {
      return Optional.empty();
    }
    return wish.previous()
        .map(Wish.Jar::sha256)
        .filter(tried::add)
        .flatMap(_ -> wayBack.before(serving));
  }

  private void load(RoutingTable table, Generation serving, Drop.Ready drop) {
    try {
      var generation = nursery.apart(drop);
      boolean isStillWanted =
          table.equals(switchboard.table()) && wayBack.before(serving).isPresent();
      tried.remove(drop.jar().sha256());
      if (isStillWanted) {
        switchboard.standby().keep(generation);
      } else {
        generation.retire(graveyard);
      }
    } catch (RefusedJarException e) {
      LOG.warn("The version before {} does not stand by: {}", serving, e.reason());
    }
  }

  /** For the way back of what was upgraded last. */
  private void train(RoutingTable table) {
    var latest =
        table.stable().generations().stream()
            .filter(each -> switchboard.standby().of(each.jar().id()).isPresent())
            .max(Comparator.comparing(each -> each.drop().modified()));
    if (latest.isEmpty()) {
      return;
    }
    var before = switchboard.standby().of(latest.get().jar().id()).orElseThrow();
    if (!tried.add("model " + before.jar().sha256())) {
      return;
    }
    try {
      keep(table, training.on(inPlace(table, latest.get(), before), switchboard.models()));
    } catch (KnowledgeException e) {
      LOG.warn("Going back from {} would need training: {}", latest.get(), e.getMessage());
    }
  }

  private void keep(RoutingTable table, TrainedModel model) {
    if (switchboard.models().contains(model)) {
      return;
    }
    if (table.equals(switchboard.table()) && model.isAvailable()) {
      switchboard.standby().keep(model);
    } else {
      model.claim();
      model.release(); // Closes it.
    }
  }

  private static List<Generation> inPlace(
      RoutingTable table, Generation serving, Generation before) {
    var arm = new ArrayList<>(table.stable().generations());
    arm.remove(serving);
    arm.add(before);
    return arm;
  }
}
