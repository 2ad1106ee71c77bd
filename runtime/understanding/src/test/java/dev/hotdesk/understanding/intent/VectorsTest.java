package dev.hotdesk.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.understanding.encoder.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {

  @TempDir private Path directory;

  private static final class CountingEncoder implements SentenceEncoder {
    private final List<String> encoded = new ArrayList<>();
    private final String model;

    private CountingEncoder(String model) {
      this.model = model;
    }

    @Override
    public float[] encode(String sentence) {
      encoded.add(sentence);
      return new float[] {sentence.length(), 1};
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public String model() {
      return model;
    }
  }

  private final CountingEncoder encoder = new CountingEncoder("m1");

  @Test
  void computes_only_new_sentences_also_after_a_restart() {
    new Vectors(encoder, directory).of(List.of("a", "bb"));
    var vectors = new Vectors(encoder, directory).of(List.of("bb", "ccc", "a"));

    assertThat(encoder.encoded).containsExactly("a", "bb", "ccc");
    assertThat(vectors).isDeepEqualTo(new float[][] {{2, 1}, {3, 1}, {1, 1}});
  }

  @Test
  void does_not_mix_models() {
    new Vectors(encoder, directory).of(List.of("a"));
    var other = new CountingEncoder("m2");
    new Vectors(other, directory).of(List.of("a"));

    assertThat(other.encoded).containsExactly("a");
  }

  @Test
  void computes_nothing_that_came_with_the_program() throws IOException {
    new Vectors(encoder, directory).of(List.of("a", "bb"));
    var other = directory.resolve("other");

    var vectors =
        new Vectors(encoder, other, name -> Files.newInputStream(directory.resolve(name)))
            .of(List.of("bb", "ccc"));

    assertThat(encoder.encoded).containsExactly("a", "bb", "ccc");
    assertThat(vectors).isDeepEqualTo(new float[][] {{2, 1}, {3, 1}});
    assertThat(new Vectors(encoder, other).of(List.of("ccc")))
        .isDeepEqualTo(new float[][] {{3, 1}});
    assertThat(encoder.encoded).hasSize(3);
  }

  @Test
  void makes_a_damaged_file_anew() throws IOException {
    new Vectors(encoder, directory).of(List.of("a", "bb"));
    try (var files = Files.list(directory)) {
      var file = files.findFirst().orElseThrow();
      var bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }

    var vectors = new Vectors(encoder, directory).of(List.of("a"));

    assertThat(vectors).isDeepEqualTo(new float[][] {{1, 1}});
    assertThat(encoder.encoded).containsExactly("a", "bb", "a");
  }

  @Test
  void works_where_nothing_can_be_written() throws IOException {
    var file = Files.createFile(directory.resolve("a-file"));

    assertThat(new Vectors(encoder, file.resolve("below")).of(List.of("a"))).hasDimensions(1, 2);
  }
}
