package dev.hotdesk.generation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version before of each plugin, loaded but serving nobody, and the language model of before:
 * so that going back takes no loading and no training. Control thread only.
 */
final class Standby {

  private final Graveyard graveyard;
  private final Map<String, Generation> generations = new HashMap<>();
  private @Nullable TrainedModel model;

  Standby(Graveyard graveyard) {
    this.graveyard = graveyard;
  }

  /** What stands by for this plugin. */
  Optional<Generation> of(String plugin) {
    return Optional.ofNullable(generations.get(plugin));
  }

  Collection<Generation> generations() {
    return List.copyOf(generations.values());
  }

  Optional<TrainedModel> model() {
    return Optional.ofNullable(model);
  }

  /** Lets it stand by for its plugin, in place of what did. */
  void keep(Generation generation) {
    generation.claim();
    generation.enter(new GenerationState.Standby());
    var before = generations.put(generation.jar().id(), generation);
    if (before != null) {
      dismiss(before);
    }
  }

  /** Keeps the model of before, in place of the one before it. */
  void keep(TrainedModel before) {
    before.claim();
    var older = model;
    model = before;
    if (older != null) {
      older.release();
    }
  }

  /** It serves again, or is not wanted any more. */
  void forget(Generation generation) {
    if (generations.remove(generation.jar().id(), generation)) {
      dismiss(generation);
    }
  }

  /** Only these plugins have something that stands by. */
  void keepOnly(Collection<String> plugins) {
    generations().stream().filter(each -> !plugins.contains(each.jar().id())).forEach(this::forget);
  }

  private void dismiss(Generation generation) {
    if (generation.state() instanceof GenerationState.Standby) {
      generation.enter(new GenerationState.Draining());
    }
    graveyard.release(generation);
  }

  /** Nothing stands by any more. */
  void clear() {
    keepOnly(List.of());
    var older = model;
    model = null;
    if (older != null) {
      older.release();
    }
  }
}
