package dev.hotdesk.bench.bare;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Understood;
import java.util.List;
import java.util.Map;

/** Understands nothing: on a bare host every question is for a known agent. */
public final class NoUnderstanding implements IntentTrainer {

  @Override
  public IntentModel train(List<Knowledge> agents) {
    return new IntentModel() {
      @Override
      public Understood understand(String text, String asked, Catalogue catalogue) {
        return new Understood(Language.EN, List.of(), true, false, Map.of());
      }

      @Override
      public void close() {}
    };
  }
}
