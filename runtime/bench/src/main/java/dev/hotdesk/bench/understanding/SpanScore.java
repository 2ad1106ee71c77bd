package dev.hotdesk.bench.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well spans were found, by the rules of the CoNLL shared tasks: a span counts if its type and
 * both of its ends are right, and one that begins with {@code I-} begins all the same.
 */
final class SpanScore {

  private record Span(String type, int start, int end) {}

  private int right;
  private int found;
  private int wanted;

  void add(List<String> wantedTags, List<String> foundTags) {
    var gold = spans(wantedTags);
    var own = spans(foundTags);
    wanted += gold.size();
    found += own.size();
    own.retainAll(gold);
    right += own.size();
  }

  /** The harmonic mean of precision and recall, of a hundred. */
  double f1() {
    return wanted + found == 0 ? 100 : 200.0 * right / (wanted + found);
  }

  private static Set<Span> spans(List<String> tags) {
    var spans = new HashSet<Span>();
    var start = 0;
    for (var at = 1; at <= tags.size(); at++) {
      if (at == tags.size() || begins(tags.get(at), tags.get(at - 1))) {
        var type = type(tags.get(start));
        if (!type.isEmpty()) {
          spans.add(new Span(type, start, at));
        }
        start = at;
      }
    }
    return spans;
  }

  private static boolean begins(String tag, String before) {
    return !tag.startsWith("I-") || !type(tag).equals(type(before));
  }

  private static String type(String tag) {
    return tag.startsWith("B-") || tag.startsWith("I-") ? tag.substring(2) : "";
  }
}
