package dev.hotdesk.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Knows every sentence that the runtime says about plugins, in both languages.
 *
 * <p>The runtime speaks English where it finds something out: in exceptions, in the database, in
 * its log. Whoever shows that to people asks here which sentence it is. What is not in the
 * catalogue stays as it is.
 */
public final class Wording {

  private static final int DEEPEST = 4;
  private static final int LONGEST = 10_000;

  /** A place that may only hold sentences of this catalogue. */
  private static final String KNOWN = "known";

  private static final List<Entry> ENTRIES = entries();

  private record Entry(String code, Mould english, Mould chinese) {}

  private record Found(Entry entry, Map<String, String> arguments) {}

  private Wording() {}

  /** The sentence, or several, that this is in English. */
  public static Sentence of(String english) {
    if (english.isEmpty() || english.length() > LONGEST) {
      return Sentence.unknown(english);
    }
    var one = find(english, 0);
    if (one.isPresent()) {
      var found = one.get();
      return new Sentence(found.entry.code, found.arguments, english, chinese(found, 0));
    }
    return several(english, 0)
        .map(chinese -> new Sentence("several", Map.of(), english, chinese))
        .orElseGet(() -> Sentence.unknown(english));
  }

  private static Optional<Found> find(String english, int depth) {
    for (var entry : ENTRIES) {
      var arguments = entry.english.places(english);
      if (arguments.isPresent()) {
        var known = arguments.get().get(KNOWN);
        if (known == null || translated(known, depth + 1).isPresent()) {
          return Optional.of(new Found(entry, arguments.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static String chinese(Found found, int depth) {
    return found.entry.chinese.filled(
        name -> {
          var value = found.arguments.getOrDefault(name, "");
          return translated(value, depth + 1).orElse(value);
        });
  }

  /** In Chinese, if it is one sentence of the catalogue or several. */
  private static Optional<String> translated(String english, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return find(english, depth)
        .map(found -> chinese(found, depth))
        .or(() -> several(english, depth));
  }

  /** Sentence after sentence, with a space between. */
  private static Optional<String> several(String english, int depth) {
    for (int end = english.indexOf(". "); end >= 0; end = english.indexOf(". ", end + 1)) {
      var first = find(english.substring(0, end + 1), depth + 1);
      if (first.isPresent()) {
        var rest = english.substring(end + 2);
        return translated(rest, depth).map(more -> chinese(first.get(), depth + 1) + more);
      }
    }
    return Optional.empty();
  }

  private static List<Entry> entries() {
    var english = texts("en");
    var chinese = texts("zh");
    return english.stringPropertyNames().stream()
        .map(
            code ->
                new Entry(
                    code,
                    Mould.of(english.getProperty(code)),
                    Mould.of(chinese.getProperty(code, english.getProperty(code)))))
        .sorted(Comparator.comparingInt((Entry entry) -> entry.english.weight()).reversed())
        .toList();
  }

  static Properties texts(String language) {
    var file = "sentences_" + language + ".properties";
    try (var in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Not packed: " + file);
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
