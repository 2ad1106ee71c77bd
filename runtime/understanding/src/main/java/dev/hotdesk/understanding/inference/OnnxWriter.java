package dev.hotdesk.understanding.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a small network as an ONNX file: layers of {@code x·W+b} with a Relu between them. That
 * much of the format is a page of protobuf, and saves a tool chain.
 *
 * <p>The input is {@code features}, float [1,inputs]; the output is {@code logits}, float
 * [1,outputs]. The same layers give the same bytes.
 */
public final class OnnxWriter {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;
  private static final String INPUT = "features";
  private static final String OUTPUT = "logits";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private OnnxWriter() {}

  /**
   * One layer.
   *
   * @param weights row by row: {@code weights[input * outputs + output]}
   * @param bias one for each output
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Layer(float[] weights, float[] bias) {

    /** Checks that weights and bias go together. */
    public Layer {
      if (bias.length == 0 || weights.length % bias.length != 0) {
        throw new IllegalArgumentException(
            "Weights (%d) are no multiple of the bias (%d)".formatted(weights.length, bias.length));
      }
    }

    int outputs() {
      return bias.length;
    }

    int inputs() {
      return weights.length / bias.length;
    }
  }

  /** The bytes of a network of these layers, first to last. */
  public static byte[] write(List<Layer> layers) {
    return message(
        model -> {
          model.number(1, IR_VERSION);
          model.text(2, "hotdesk");
          model.bytes(7, message(graph -> graph(graph, layers)));
          model.bytes(
              8,
              message(
                  opset -> {
                    opset.text(1, "");
                    opset.number(2, OPSET);
                  }));
        });
  }

  private static void graph(OnnxWriter graph, List<Layer> layers) {
    var last = layers.size() - 1;
    for (var i = 0; i <= last; i++) {
      var input = i == 0 ? INPUT : "hidden" + i;
      var output = i == last ? OUTPUT : "sum" + i;
      graph.bytes(1, node("Gemm", List.of(input, "weights" + i, "bias" + i), output));
      if (i < last) {
        graph.bytes(1, node("Relu", List.of(output), "hidden" + (i + 1)));
      }
    }
    graph.text(2, "intents");
    for (var i = 0; i <= last; i++) {
      var layer = layers.get(i);
      graph.bytes(5, tensor("weights" + i, layer.weights(), layer.inputs(), layer.outputs()));
      graph.bytes(5, tensor("bias" + i, layer.bias(), layer.outputs()));
    }
    graph.bytes(11, value(INPUT, layers.getFirst().inputs()));
    graph.bytes(12, value(OUTPUT, layers.getLast().outputs()));
  }

  private static byte[] node(String operation, List<String> inputs, String output) {
    return message(
        node -> {
          inputs.forEach(input -> node.text(1, input));
          node.text(2, output);
          node.text(4, operation);
        });
  }

  private static byte[] tensor(String name, float[] values, int... dimensions) {
    var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return message(
        tensor -> {
          for (var dimension : dimensions) {
            tensor.number(1, dimension);
          }
          tensor.number(2, FLOAT);
          tensor.text(8, name);
          tensor.bytes(9, raw.array());
        });
  }

  private static byte[] value(String name, int width) {
    var shape =
        message(
            s -> {
              s.bytes(1, message(dimension -> dimension.number(1, 1)));
              s.bytes(1, message(dimension -> dimension.number(1, width)));
            });
    var tensor =
        message(
            t -> {
              t.number(1, FLOAT);
              t.bytes(2, shape);
            });
    return message(
        v -> {
          v.text(1, name);
          v.bytes(2, message(type -> type.bytes(1, tensor)));
        });
  }

  private static byte[] message(Consumer<OnnxWriter> fields) {
    var writer = new OnnxWriter();
    fields.accept(writer);
    return writer.out.toByteArray();
  }

  private void number(int field, long value) {
    varint((long) field << 3);
    varint(value);
  }

  private void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(int field, byte[] value) {
    varint(((long) field << 3) | 2);
    varint(value.length);
    out.writeBytes(value);
  }

  private void varint(long value) {
    var rest = value;
    while (rest > 0x7f) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
