package dev.hotdesk.understanding.tagger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tags that a tagger knows, by number, and which may follow which. */
record Tags(List<String> names) {

  static final String NONE = "O";

  Tags {
    names = List.copyOf(names);
  }

  /** Those of these sentences, in an order that depends on nothing else. */
  static Tags of(List<Tagged> sentences) {
    Set<String> names = new TreeSet<>(Set.of(NONE));
    sentences.forEach(sentence -> names.addAll(sentence.tags()));
    return new Tags(List.copyOf(names));
  }

  int size() {
    return names.size();
  }

  int[] numbers(List<String> tags) {
    return tags.stream().mapToInt(names::indexOf).toArray();
  }

  /** Whether a span that goes on here has begun before. */
  boolean mayFollow(int before, int after) {
    return !goesOn(after) || type(before).equals(type(after));
  }

  boolean mayBegin(int tag) {
    return !goesOn(tag);
  }

  private boolean goesOn(int tag) {
    return names.get(tag).startsWith("I-");
  }

  private String type(int tag) {
    return names.get(tag).replaceFirst("^[BI]-", "");
  }
}
