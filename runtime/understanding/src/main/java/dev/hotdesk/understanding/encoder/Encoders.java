package dev.hotdesk.understanding.encoder;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.ModelUnavailableException;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The encoders of all languages, opened once when the server starts and closed when it ends.
 *
 * <p>Opening never fails: a language whose model is missing or damaged says so when it is asked,
 * and the others work.
 */
public final class Encoders implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Encoders.class.getName());

  private sealed interface Slot {
    record Open(BgeEncoder encoder) implements Slot {}

    record Unavailable(ModelUnavailableException reason) implements Slot {}
  }

  private final Map<Language, Slot> slots;

  private Encoders(Map<Language, Slot> slots) {
    this.slots = slots;
  }

  /**
   * Opens what can be opened.
   *
   * @param concurrency how many sentences of one language may be computed at once
   */
  public static Encoders open(ModelFiles files, int concurrency) {
    var slots = new EnumMap<Language, Slot>(Language.class);
    for (var language : Language.values()) {
      slots.put(language, slot(language, files, concurrency));
    }
    return new Encoders(slots);
  }

  private static Slot slot(Language language, ModelFiles files, int concurrency) {
    try {
      return new Slot.Open(BgeEncoder.open(model(language), files, concurrency));
    } catch (ModelUnavailableException e) {
      LOG.log(Level.ERROR, "Customers are not understood in " + language, e);
      return new Slot.Unavailable(e);
    }
  }

  private static BgeModel model(Language language) {
    return switch (language) {
      case ZH -> BgeModel.ZH;
      case EN -> BgeModel.EN;
    };
  }

  /** How many numbers the vectors of a language have, whether or not its model is there. */
  public static int dimension(Language language) {
    return model(language).dimension();
  }

  /**
   * The encoder for sentences of this language.
   *
   * @throws ModelUnavailableException when its model could not be opened, with the reason
   */
  public SentenceEncoder encoder(Language language) {
    return opened(language);
  }

  /**
   * The same model, for single words.
   *
   * @throws ModelUnavailableException when it could not be opened, with the reason
   */
  public WordEncoder words(Language language) {
    return opened(language);
  }

  private BgeEncoder opened(Language language) {
    return switch (slots.get(language)) {
      case Slot.Open(var encoder) -> encoder;
      case Slot.Unavailable(var reason) ->
          throw new ModelUnavailableException(String.valueOf(reason.getMessage()), reason);
      case null -> throw new IllegalArgumentException("No encoder for " + language);
    };
  }

  /**
   * The languages whose models are there.
   *
   * @throws ModelUnavailableException when there is none, with the reason of the first
   */
  public Set<Language> languages() {
    var open = EnumSet.noneOf(Language.class);
    slots.forEach(
        (language, slot) -> {
          if (slot instanceof Slot.Open) {
            open.add(language);
          }
        });
    if (open.isEmpty()) {
      encoder(Language.ZH);
    }
    return open;
  }

  @Override
  public void close() {
    for (var slot : slots.values()) {
      if (slot instanceof Slot.Open(var encoder)) {
        encoder.close();
      }
    }
  }
}
