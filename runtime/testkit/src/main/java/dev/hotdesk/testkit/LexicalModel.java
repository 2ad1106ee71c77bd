package dev.hotdesk.testkit;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Understood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Understands a message as the matter whose examples are most alike: as a whole, by the share of
 * the message that they know, and singly, by the nearest of them. Alike is what shares rare words
 * (English) or character pairs (Chinese).
 *
 * <p>Much simpler than the runtime's own language model, on purpose: it needs no model files, is
 * ready in milliseconds, and a test of an agent is about its answers. Whether the example sentences
 * are good enough for customers' free words is measured with the real one.
 */
final class LexicalModel implements IntentModel {

  private static final double SURE = 0.35;

  private final Map<Language, Likeness> likeness;

  private LexicalModel(Map<Language, Likeness> likeness) {
    this.likeness = likeness;
  }

  static LexicalModel of(List<? extends Knowledge> agents) {
    var examples = new ArrayList<Likeness.Example>();
    for (var agent : agents) {
      for (var language : Language.values()) {
        Sentence.of(agent, language)
            .forEach(sentence -> examples.add(Likeness.Example.of(agent.plugin(), sentence)));
      }
    }
    var rarity = Likeness.rarity(examples);
    var likeness = new EnumMap<Language, Likeness>(Language.class);
    for (var language : Language.values()) {
      likeness.put(
          language,
          new Likeness(examples.stream().filter(it -> it.language() == language).toList(), rarity));
    }
    return new LexicalModel(likeness);
  }

  @Override
  public Understood understand(String text, String asked, Catalogue catalogue) {
    var language = Features.language(text);
    var particulars = Particulars.read(text, asked, catalogue);
    var candidates =
        likeness.getOrDefault(language, Likeness.NONE).to(Features.of(language, text)).stream()
            .sorted(Comparator.comparingDouble(Understood.Candidate::probability).reversed())
            .limit(3)
            .toList();
    var inScope =
        !particulars.bare()
            && !candidates.isEmpty()
            && candidates.getFirst().probability() >= SURE
            && !candidates.getFirst().intent().name().equals("out_of_scope");
    return new Understood(language, candidates, inScope, particulars.bare(), particulars.slots());
  }

  @Override
  public void close() {}
}
