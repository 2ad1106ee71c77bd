package dev.hotdesk.understanding.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.understanding.inference.OnnxWriter.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxWriterTest {

  @Test
  void writes_one_layer_that_the_engine_reads() {
    var layer = new Layer(new float[] {1, 2, 3, 4, 5, 6}, new float[] {10, 20});

    try (var network = Network.load("one", OnnxWriter.write(List.of(layer)), 1)) {
      assertThat(network.run(new float[] {1, 0, -1})).containsExactly(1 - 5 + 10, 2 - 6 + 20);
    }
  }

  @Test
  void writes_a_hidden_layer() {
    var first = new Layer(new float[] {1, -1}, new float[] {0, 0});
    var second = new Layer(new float[] {2, 3}, new float[] {0.5f});

    try (var network = Network.load("two", OnnxWriter.write(List.of(first, second)), 1)) {
      assertThat(network.run(new float[] {4})).containsExactly(8.5f);
      assertThat(network.run(new float[] {-4})).containsExactly(12.5f);
    }
  }
}
