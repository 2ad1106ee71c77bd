package dev.hotdesk.routing;

import dev.hotdesk.routing.Understood.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * Understands as another model does, and remembers what else a message may have meant; or takes one
 * of these for what is meant. Used by one thread; closes nothing.
 */
final class LeaningModel implements IntentModel {

  private final IntentModel model;
  private final List<Candidate> towards;
  private Optional<Understood> first = Optional.empty();

  /** Understands as this does. */
  LeaningModel(IntentModel model) {
    this(model, List.of());
  }

  private LeaningModel(IntentModel model, List<Candidate> towards) {
    this.model = model;
    this.towards = towards;
  }

  /** One that takes every message for this. */
  LeaningModel towards(Candidate candidate) {
    return new LeaningModel(model, List.of(candidate));
  }

  /** What was understood first: of the whole message. Empty if that was not needed, or failed. */
  Optional<Understood> first() {
    return first;
  }

  @Override
  public Understood understand(String text, String asked, Catalogue catalogue) {
    var understood = model.understand(text, asked, catalogue);
    if (first.isEmpty()) {
      first = Optional.of(understood);
    }
    return towards.isEmpty()
        ? understood
        : new Understood(understood.language(), towards, true, false, understood.slots());
  }

  @Override
  public void close() {}
}
