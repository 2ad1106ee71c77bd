package dev.hotdesk.understanding.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Language;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaggerTest {

  private static final List<String> CITIES =
      List.of("leeds", "new york", "paris", "madrid", "rome", "hong kong", "vienna", "oslo");
  private static final List<String> DAYS = List.of("monday", "tomorrow", "next friday", "tonight");

  private static Encoders encoders;
  private static Tagger tagger;

  @BeforeAll
  static void learn() {
    encoders = Encoders.open(ModelFiles.shipped(), 1);
    tagger = TaggerTrainer.train(encoders.words(Language.EN), sentences());
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  private static List<Tagged> sentences() {
    var sentences = new ArrayList<Tagged>();
    for (var city : CITIES) {
      for (var day : DAYS) {
        sentences.add(sentence("do you deliver to ", city, " by ", day));
        sentences.add(sentence("send it ", day, " to ", city));
      }
    }
    return sentences;
  }

  /** Every second part is plain; the others are a city or a day. */
  private static Tagged sentence(String... parts) {
    var words = new ArrayList<String>();
    var tags = new ArrayList<String>();
    for (var part = 0; part < parts.length; part++) {
      var prefix = "B-";
      for (var word : parts[part].strip().split(" ")) {
        words.add(word);
        var type = DAYS.contains(parts[part]) ? "day" : "city";
        tags.add(part % 2 == 0 ? "O" : prefix + type);
        prefix = "I-";
      }
    }
    return new Tagged(words, tags);
  }

  @Test
  void finds_names_that_it_never_saw() {
    assertThat(tagger.tag(List.of("do", "you", "deliver", "to", "lisbon", "by", "wednesday")))
        .containsExactly("O", "O", "O", "O", "B-city", "O", "B-day");
  }

  @Test
  void makes_the_same_tagger_of_the_same_sentences() {
    var again = TaggerTrainer.train(encoders.words(Language.EN), sentences());
    var words = List.of("could", "new", "york", "have", "it", "by", "monday", "or", "berlin");
    assertThat(again.tag(words)).isEqualTo(tagger.tag(words));
  }

  @Test
  void gives_every_word_a_tag_however_many_there_are_and_whatever_they_are() {
    var words = new ArrayList<>(Collections.nCopies(5_000, "paris"));
    words.addAll(0, List.of("", " ", "😀", "\ud83d", "\u0000", "x".repeat(20_000)));
    assertThat(tagger.tag(words)).hasSize(words.size()).endsWith("O", "O");
    assertThat(tagger.tag(List.of())).isEmpty();
  }

  @Test
  void refuses_words_without_tags() {
    var words = List.of("to", "leeds");
    assertThatThrownBy(() -> new Tagged(words, List.of("O")))
        .hasMessage("2 words have 1 tags, wanted is a tag for each word: to leeds");
  }
}
