package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Passage;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.Script;
import dev.hotdesk.understanding.intent.Vectors;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The retailer's documents in one folder, found by meaning and by words. What changed in the folder
 * is taken up at the next {@link #look}; a document that cannot be used is refused with the reason
 * in the log, and its version before goes on.
 *
 * <p>Searches run on any thread, at any time; looks on one thread at a time.
 */
public final class Library implements Documents {

  /** How many passages there may be in all. */
  static final int MOST_PIECES = 4_000;

  /** From this score on a passage answers a question: chosen on questions of our own. */
  private static final double FITS = 0.38;

  private static final System.Logger LOG = System.getLogger(Library.class.getName());

  private final Encoders encoders;
  private final Path cache;
  private final DocumentFolder folder;
  private final Map<Language, Vectors> vectors = new EnumMap<>(Language.class);
  private volatile Map<Language, Shelf> shelves = Map.of();

  /**
   * A library that knows nothing yet.
   *
   * @param folder where the documents lie; it need not be there
   * @param cache a directory for the vectors of passages, used by nobody else
   */
  public Library(Encoders encoders, Path folder, Path cache) {
    this.encoders = encoders;
    this.cache = cache;
    this.folder = new DocumentFolder(folder);
  }

  @Override
  public List<Passage> find(String question, int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "%d passages are asked for; wanted 1 to %d".formatted(most, MOST));
    }
    var present = shelves;
    if (present.isEmpty() || question.isBlank()) {
      return List.of();
    }
    var first = Script.of(question, Language.ZH);
    var found = find(present, first, question, most);
    return found.isEmpty()
        ? find(present, first == Language.ZH ? Language.EN : Language.ZH, question, most)
        : found;
  }

  private List<Passage> find(
      Map<Language, Shelf> present, Language language, String question, int most) {
    var shelf = present.get(language);
    return shelf == null
        ? List.of()
        : shelf.find(question, encoders.encoder(language).encode(question), most, FITS);
  }

  /** Takes up what changed in the folder since the last look. Takes a while after many changes. */
  public void look() {
    if (folder.look()) {
      shelve(folder.pieces());
    }
  }

  private void shelve(List<Piece> all) {
    var next = new EnumMap<Language, Shelf>(Language.class);
    var pieces = all.subList(0, Math.min(all.size(), MOST_PIECES));
    if (pieces.size() < all.size()) {
      LOG.log(
          Level.WARNING,
          "The documents have {0} passages; wanted at most {1}: the last ones are not found, remove"
              + " some",
          all.size(),
          MOST_PIECES);
    }
    for (var language : Language.values()) {
      var own = pieces.stream().filter(it -> it.language() == language).toList();
      if (!own.isEmpty()) {
        try {
          next.put(language, new Shelf(language, own, faces(language, own)));
        } catch (ModelUnavailableException e) {
          LOG.log(Level.WARNING, "Documents in {0} are not found: {1}", language, e.getMessage());
        }
      }
    }
    shelves = Map.copyOf(next);
    LOG.log(Level.INFO, "The shop''s documents have {0} passages", pieces.size());
  }

  private List<float[][]> faces(Language language, List<Piece> pieces) {
    var sentences = pieces.stream().flatMap(it -> it.faces().stream()).toList();
    var all =
        vectors
            .computeIfAbsent(language, it -> Vectors.own(encoders.encoder(it), cache))
            .of(sentences);
    var faces = new ArrayList<float[][]>();
    var at = 0;
    for (var piece : pieces) {
      faces.add(Arrays.copyOfRange(all, at, at + piece.faces().size()));
      at += piece.faces().size();
    }
    return faces;
  }
}
