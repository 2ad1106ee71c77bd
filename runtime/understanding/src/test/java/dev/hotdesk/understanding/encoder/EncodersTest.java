package dev.hotdesk.understanding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.ModelUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncodersTest {

  private static Encoders encoders;

  @BeforeAll
  static void open() {
    encoders = Encoders.open(ModelFiles.shipped(), 2);
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  private static double cosine(Language language, String one, String other) {
    var a = encoders.encoder(language).encode(one);
    var b = encoders.encoder(language).encode(other);
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @ParameterizedTest
  @EnumSource
  void gives_vectors_of_length_one_and_the_stated_dimension(Language language) {
    var vector = encoders.encoder(language).encode("hello 你好");

    assertThat(vector).hasSize(Encoders.dimension(language));
    assertThat(cosine(language, "hello 你好", "hello 你好")).isCloseTo(1, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "ZH, 我的快递到哪了, 查一下物流, 这件毛衣会缩水吗",
    "EN, where is my parcel, track my package, does this jumper shrink",
  })
  void puts_like_sentences_closer(Language language, String one, String like, String unlike) {
    assertThat(cosine(language, one, like)).isGreaterThan(cosine(language, one, unlike) + 0.1);
  }

  @Test
  void does_not_mind_capitals_and_width() {
    assertThat(cosine(Language.ZH, "有Ｍ码吗", "有m码吗")).isCloseTo(1, within(1e-5));
  }

  @Test
  void gives_the_same_vector_to_many_threads_at_once() {
    var encoder = encoders.encoder(Language.EN);
    var alone = encoder.encode("is it in stock");

    assertThat(IntStream.range(0, 40).parallel().mapToObj(_ -> encoder.encode("is it in stock")))
        .allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
  }

  @Test
  void reads_the_beginning_of_a_very_long_message() {
    assertThat(encoders.encoder(Language.ZH).encode("好".repeat(100_000))).hasSize(512);
  }

  @Test
  void says_which_file_is_missing_and_what_to_do(@TempDir Path directory) {
    try (var none = Encoders.open(ModelFiles.in(directory), 1)) {
      assertThatThrownBy(() -> none.encoder(Language.ZH))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageContainingAll(
              "bge-small-zh-v1.5-q.onnx", directory.toString(), "not there", "24010842", "To fix");
      assertThatThrownBy(none::languages).isInstanceOf(ModelUnavailableException.class);
    }
  }

  @Test
  void refuses_a_truncated_file_and_goes_on_in_the_other_language(@TempDir Path directory)
      throws IOException {
    for (var model : BgeModel.values()) {
      for (var file : new PinnedFile[] {model.network(), model.tokenizer()}) {
        Files.write(directory.resolve(file.name()), ModelFiles.shipped().read(file));
      }
    }
    var truncated = directory.resolve(BgeModel.EN.network().name());
    Files.write(truncated, new byte[1000]);

    try (var one = Encoders.open(ModelFiles.in(directory), 1)) {
      assertThat(one.languages()).containsExactly(Language.ZH);
      assertThatThrownBy(() -> one.encoder(Language.EN))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageContaining("it has 1000 bytes, wanted are 34014426");
    }
  }

  @Test
  void says_so_when_it_has_been_closed() {
    var closed = Encoders.open(ModelFiles.shipped(), 1);
    var encoder = closed.encoder(Language.ZH);
    closed.close();

    assertThatThrownBy(() -> encoder.encode("你好")).isInstanceOf(ModelUnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "我的订单到哪了, ZH",
    "where is my order, EN",
    "我的order到哪了, ZH",
    "is the 羊毛衫 in stock, EN",
    "Acme X200 wireless kettle 起球吗, ZH",
    "20261123-88, ZH",
    "where is 我的快递, EN",
    "满300减50 still on?, EN",
  })
  void tells_the_language_of_a_sentence(String sentence, Language language) {
    assertThat(Script.of(sentence, Language.ZH)).isEqualTo(language);
  }
}
