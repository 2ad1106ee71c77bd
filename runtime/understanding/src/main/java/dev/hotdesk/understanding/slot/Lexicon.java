package dev.hotdesk.understanding.slot;

import dev.hotdesk.routing.Catalogue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shop's words, for finding products and colours in a message: the longest word wins, capitals
 * do not matter, and English words are found whole, in singular or plural.
 */
final class Lexicon implements Finder {

  private record Value(String slot, String value) {}

  /** Sizes like these are found with more care, by {@link Sizes}. */
  private static final Pattern PLAIN_SIZE =
      Pattern.compile("x*[sl]|m|\\dxl|\\d+(?:\\.\\d+)?|\\p{L}");

  private static final Pattern LAST_SIGNS = Pattern.compile(".*\\p{IsHan}(\\p{IsHan}{2})");
  private static final Pattern LAST_WORD = Pattern.compile(".*\\s([a-z]{4,})");
  private static final Pattern PLURAL = Pattern.compile("[a-z]{3,}[^s]s");

  private final Map<String, Value> words = new HashMap<>();
  private final Map<String, Value> alone = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();

  Lexicon(Catalogue catalogue) {
    var heads = new HashMap<String, Set<Value>>();
    for (var term : catalogue.terms()) {
      var value = new Value(term.slot(), term.value());
      for (var word : term.words()) {
        var folded = folded(word).strip();
        if (!folded.isEmpty() && !isPlainSize(value, folded)) {
          add(folded, value);
          head(value, folded)
              .ifPresent(head -> heads.computeIfAbsent(head, _ -> new HashSet<>()).add(value));
        }
      }
    }
    heads.forEach(
        (head, values) -> {
          if (values.size() == 1) {
            put(head, values.iterator().next());
          }
        });
  }

  private static boolean isPlainSize(Value value, String word) {
    return value.slot().equals("size") && PLAIN_SIZE.matcher(word).matches();
  }

  /** The kind of thing in a product's name: shoppers say "毛衣" where one thing only is one. */
  private static Optional<String> head(Value value, String name) {
    if (value.slot().equals("product")) {
      for (var pattern : List.of(LAST_SIGNS, LAST_WORD)) {
        var match = pattern.matcher(name);
        if (match.matches()) {
          return Optional.of(match.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private void add(String word, Value value) {
    put(word, value);
    if (value.slot().equals("colour")) {
      if (word.endsWith("色") && word.length() > 1) {
        var stem = word.substring(0, word.length() - 1);
        put(stem + "的", value);
        put(stem + "款", value);
        alone.putIfAbsent(stem, value);
      }
      put(word.replace("gray", "grey"), value);
      put(word.replace("grey", "gray"), value);
    } else if (PLURAL.matcher(word.substring(Math.max(0, word.length() - 5))).matches()) {
      put(word.substring(0, word.length() - 1), value);
    }
  }

  private void put(String word, Value value) {
    words.putIfAbsent(word, value);
    lengths.add(word.length());
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Span> find(Message message) {
    var text = message.text().toLowerCase(Locale.ROOT);
    if (text.length() != message.text().length()) {
      return List.of();
    }
    var whole = alone.get(text.strip());
    if (whole != null) {
      return List.of(new Span(0, text.length(), whole.slot(), whole.value()));
    }
    var spans = new ArrayList<Span>();
    for (var start = 0; start < text.length(); start++) {
      var span = longestAt(text, start);
      if (span != null) {
        spans.add(span);
        start = span.end() - 1;
      }
    }
    return spans;
  }

  private @Nullable Span longestAt(String text, int start) {
    for (var length : lengths.descendingSet()) {
      if (start + length <= text.length()) {
        var value = words.get(text.substring(start, start + length));
        if (value != null) {
          var end = wordEnd(text, start, start + length);
          if (end > 0) {
            return new Span(start, end, value.slot(), value.value());
          }
        }
      }
    }
    return null;
  }

  /** Where the word ends, its plural ending included; 0 if this is but a part of a longer word. */
  private static int wordEnd(String text, int start, int end) {
    if (isLatin(text, start) && isLatin(text, start - 1)) {
      return 0;
    }
    if (!isLatin(text, end - 1) || !isLatin(text, end)) {
      return end;
    }
    for (var plural : List.of("s", "es")) {
      if (text.startsWith(plural, end) && !isLatin(text, end + plural.length())) {
        return end + plural.length();
      }
    }
    return 0;
  }

  private static boolean isLatin(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    var sign = text.charAt(at);
    return Character.isDigit(sign)
        || Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
  }
}
