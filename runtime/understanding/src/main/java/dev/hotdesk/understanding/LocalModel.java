package dev.hotdesk.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Understood;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.Script;
import dev.hotdesk.understanding.intent.IntentHead;
import dev.hotdesk.understanding.slot.SlotReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Understands customers on the matters of one set of agents. */
final class LocalModel implements IntentModel {

  /** A bare particular means anything, but who sends an order number asks about that order. */
  private static final String ORDER = "order_number";

  private final Encoders encoders;
  private final IntentHead head;
  private final SlotReader slots;

  LocalModel(Encoders encoders, IntentHead head, SlotReader slots) {
    this.encoders = encoders;
    this.head = head;
    this.slots = slots;
  }

  @Override
  public Understood understand(String text, String asked, Catalogue catalogue) {
    var languages = Script.all(text, Language.ZH);
    var particulars = slots.read(text, asked, catalogue);
    var reading = head.read(vectors(text.replace("#", ""), languages));
    return new Understood(
        languages.getFirst(),
        reading.candidates(),
        particulars.bare()
            ? particulars.slots().containsKey(ORDER) && !reading.candidates().isEmpty()
            : reading.inScope(),
        particulars.bare(),
        particulars.slots());
  }

  /** A second language that cannot be read is passed over; the first is a must. */
  private Map<Language, float[]> vectors(String text, List<Language> languages) {
    var vectors = new EnumMap<Language, float[]>(Language.class);
    for (var language : languages) {
      if (vectors.isEmpty() || encoders.languages().contains(language)) {
        vectors.put(language, encoders.encoder(language).encode(text));
      }
    }
    return vectors;
  }

  IntentHead head() {
    return head;
  }

  @Override
  public void close() {
    head.close();
  }
}
