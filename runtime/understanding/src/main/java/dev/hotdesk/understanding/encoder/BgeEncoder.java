package dev.hotdesk.understanding.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.understanding.inference.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A small BGE model. As its card asks: the vector of the first token, brought to length one; no
 * instruction before the sentence, since both sides of every comparison are short sentences.
 */
final class BgeEncoder implements SentenceEncoder, WordEncoder, AutoCloseable {

  /** Longer sentences are cut: nobody states a request later than that, and it bounds the time. */
  private static final int WINDOW = 128;

  private static final int LONGEST = 1_000;
  private static final int LONGEST_WORD = 60;

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;
  private final String model;
  private final int dimension;
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  private BgeEncoder(Network network, HuggingFaceTokenizer tokenizer, BgeModel model) {
    this.network = network;
    this.tokenizer = tokenizer;
    this.model = model.id();
    this.dimension = model.dimension();
  }

  static BgeEncoder open(BgeModel model, ModelFiles files, int concurrency) {
    var onnx = files.read(model.network());
    var vocabulary = files.read(model.tokenizer());
    var network = Network.load(model.network().name(), onnx, concurrency);
    try {
      var options = Map.of("maxLength", "" + WINDOW, "truncation", "true", "padding", "false");
      var tokenizer =
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(vocabulary), options);
      return new BgeEncoder(network, tokenizer, model);
    } catch (IOException | RuntimeException | LinkageError e) {
      network.close();
      throw new ModelUnavailableException(
          "The tokenizer " + model.tokenizer().name() + " does not start on this machine: " + e, e);
    }
  }

  @Override
  public float[] encode(String sentence) {
    var text = Sentences.folded(sentence, LONGEST);
    var tokens = tokens(text);
    var hidden =
        network.run(List.of(tokens.getIds(), tokens.getAttentionMask(), tokens.getTypeIds()));
    return ofLengthOne(Arrays.copyOf(hidden, dimension));
  }

  @Override
  public WordVectors encodeWords(List<String> words) {
    var known =
        words.stream().limit(WINDOW).map(word -> Sentences.folded(word, LONGEST_WORD)).toList();
    var tokens = locked(() -> tokenizer.encode(known));
    var hidden =
        network.run(List.of(tokens.getIds(), tokens.getAttentionMask(), tokens.getTypeIds()));
    var vectors = new ArrayList<float[]>();
    words.forEach(_ -> vectors.add(new float[dimension]));
    var wordOf = tokens.getWordIds();
    var pieces = new int[words.size()];
    for (var token = 0; token < wordOf.length; token++) {
      var word = (int) wordOf[token];
      if (word >= 0) {
        pieces[word]++;
        blend(vectors.get(word), hidden, token * dimension, 1f / pieces[word]);
      }
    }
    return new WordVectors(Arrays.copyOf(hidden, dimension), vectors);
  }

  /** Moves a mean a little towards the next value. */
  private static void blend(float[] mean, float[] values, int offset, float share) {
    for (var i = 0; i < mean.length; i++) {
      mean[i] += (values[offset + i] - mean[i]) * share;
    }
  }

  private Encoding tokens(String text) {
    return locked(() -> tokenizer.encode(text));
  }

  /** Under a lock, as a tokenizer that is freed in mid-sentence takes the whole process with it. */
  private Encoding locked(Supplier<Encoding> work) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new ModelUnavailableException("Encoder " + model + " has been closed");
      }
      return work.get();
    } finally {
      life.readLock().unlock();
    }
  }

  private static float[] ofLengthOne(float[] vector) {
    var square = 0.0;
    for (var x : vector) {
      square += (double) x * x;
    }
    var scale = (float) (1 / Math.sqrt(Math.max(square, 1e-12)));
    for (var i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        network.close();
        tokenizer.close();
      }
    } finally {
      life.writeLock().unlock();
    }
  }
}
