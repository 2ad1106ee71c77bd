package dev.hotdesk.understanding.tagger;

import java.util.List;

/**
 * A sentence in words, and what each word is: {@code B-city} begins a city, {@code I-city} goes on
 * with it, {@code O} is nothing.
 */
public record Tagged(List<String> words, List<String> tags) {

  /** Copies both, and insists on a tag for each word. */
  public Tagged {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
    if (words.size() != tags.size()) {
      throw new IllegalArgumentException(
          "%d words have %d tags, wanted is a tag for each word: %s"
              .formatted(words.size(), tags.size(), String.join(" ", words)));
    }
  }
}
