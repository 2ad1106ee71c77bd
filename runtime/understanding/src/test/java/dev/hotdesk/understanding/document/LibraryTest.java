package dev.hotdesk.understanding.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Passage;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {

  private static final Path SAMPLES = Path.of("../../samples/demo/documents");
  private static final Path VECTORS = Path.of("target/vectors/documents");

  private static Encoders encoders;

  @TempDir Path folder;
  private Library library;
  private int minute;

  @BeforeAll
  static void open() {
    encoders = Encoders.open(ModelFiles.shipped(), 2);
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  @BeforeEach
  void make() {
    library = new Library(encoders, folder, VECTORS);
  }

  /** The first were looked at when the threshold was chosen, the last were not. */
  @ParameterizedTest
  @ValueSource(strings = {"questions.tsv", "questions-final.tsv"})
  void answers_questions_of_our_own_and_finds_nothing_for_foreign_ones(String file)
      throws IOException {
    var samples = library(SAMPLES);
    var questions = Questioned.all(file);
    var missed = questions.stream().filter(it -> !it.isRight(it.asked(samples))).toList();
    var told = missed.stream().map(it -> it.told(it.asked(samples))).toList();
    var wrong = missed.stream().filter(it -> it.asked(samples).isPresent()).toList();

    assertThat(missed).as("%s", told).hasSizeLessThan(questions.size() * 15 / 100);
    assertThat(wrong).as("%s", told).hasSizeLessThanOrEqualTo(questions.size() * 5 / 100);
    assertThat(wrong).as("%s", told).noneMatch(Questioned::isForeign);
  }

  @Test
  void prefers_the_language_of_the_question() throws IOException {
    write("hours.en.md", "# Hours\n\nThe shop is open from 9 to 18.");
    write("hours.zh.md", "# 营业时间\n\n每天九点到十八点营业。");

    assertThat(library.find("opening hours of the shop?", 1))
        .extracting(Passage::source)
        .containsExactly("Hours");
    assertThat(library.find("营业时间是几点到几点?", 1)).extracting(Passage::source).containsExactly("营业时间");
  }

  @Test
  void falls_back_on_the_other_language() throws IOException {
    write("brands.zh.txt", "问:Moccamaster 咖啡机保修多久?\n答:五年。");

    assertThat(library.find("Moccamaster?", 1)).extracting(Passage::text).containsExactly("五年。");
  }

  @Test
  void takes_up_what_changes_and_forgets_what_is_gone() throws IOException {
    write("hours.md", "# Hours\n\nThe shop is open from 9 to 18.");
    assertThat(texts("when is the shop open?")).containsExactly("The shop is open from 9 to 18.");

    write("hours.md", "# Hours\n\nThe shop is open from 7 to 23.");
    assertThat(texts("when is the shop open?")).containsExactly("The shop is open from 7 to 23.");

    Files.delete(folder.resolve("hours.md"));
    library.look();
    assertThat(texts("when is the shop open?")).isEmpty();
  }

  @Test
  void keeps_the_version_before_of_a_document_that_goes_bad() throws IOException {
    write("faq.csv", "question,answer\nWhen is the shop open?,From 9 to 18.\n");
    write("faq.csv", "question,answer\nWhen is the shop open?\n");

    assertThat(texts("when is the shop open?")).containsExactly("From 9 to 18.");
  }

  @Test
  void does_not_read_a_file_that_is_still_being_written() throws IOException {
    var file = folder.resolve("hours.md");
    Files.writeString(file, "# Hours\n\nThe shop is open");
    library.look();
    Files.writeString(file, "# Hours\n\nThe shop is open from 9 to 18.");
    library.look();
    assertThat(texts("when is the shop open?")).isEmpty();

    library.look();
    assertThat(texts("when is the shop open?")).containsExactly("The shop is open from 9 to 18.");
  }

  @Test
  void finds_nothing_without_a_folder_and_refuses_odd_numbers() {
    var empty = new Library(encoders, folder.resolve("none"), VECTORS);
    empty.look();

    assertThat(empty.find("when is the shop open?", 3)).isEmpty();
    assertThatThrownBy(() -> empty.find("hours", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 passages are asked for; wanted 1 to 10");
  }

  private static Library library(Path folder) {
    var library = new Library(encoders, folder, VECTORS);
    library.look();
    library.look();
    return library;
  }

  private List<String> texts(String question) {
    return library.find(question, 1).stream().map(Passage::text).toList();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(60L * ++minute)));
    library.look();
    library.look();
  }
}
