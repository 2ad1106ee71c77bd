package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.inference.DozingNetwork;
import dev.hotdesk.understanding.inference.Network;
import dev.hotdesk.understanding.inference.Sleepers;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model that an agent brings in its jar. It reads the host's sentence vector and tells apart the
 * agent's own intents; whether the sentence is for this agent at all is decided by the joint head.
 */
final class OwnModel implements AutoCloseable {

  private static final String LABELS = "model/intents.labels";
  private static final int CONCURRENCY = 4;

  private final DozingNetwork network;
  private final List<Intent> labels;

  private OwnModel(DozingNetwork network, List<Intent> labels) {
    this.network = network;
    this.labels = labels;
  }

  /**
   * The model of a language, tried with one vector, if the plugin carries it.
   *
   * @param intents those the agent has examples of in this language: the labels must be the same
   * @throws KnowledgeException when the model or its labels are not sound
   */
  static Optional<OwnModel> load(
      Knowledge knowledge, Language language, Set<String> intents, Sleepers sleepers) {
    var path = "model/intents." + language.code() + ".onnx";
    return knowledge.read(path).isPresent()
        ? Optional.of(load(knowledge, path, intents, language, sleepers))
        : Optional.empty();
  }

  private static OwnModel load(
      Knowledge knowledge, String path, Set<String> intents, Language language, Sleepers sleepers) {
    var plugin = knowledge.plugin();
    var labels = labels(knowledge, path, intents);
    try {
      var network =
          new DozingNetwork(plugin, () -> network(knowledge, path), knowledge.idle(), sleepers);
      var model = new OwnModel(network, labels);
      model.tryOut(plugin, path, Encoders.dimension(language));
      return model;
    } catch (ModelUnavailableException e) {
      throw new KnowledgeException(plugin, path + ": " + e.getMessage(), e);
    }
  }

  /** From the jar each time: while it dozes, nothing of it is in memory. */
  private static Network network(Knowledge knowledge, String path) {
    try {
      var onnx =
          knowledge
              .read(path)
              .orElseThrow(
                  () ->
                      new ModelUnavailableException(
                          "The jar of %s has no %s any more".formatted(knowledge.plugin(), path)));
      return Network.load(knowledge.plugin() + "/" + path, onnx, CONCURRENCY);
    } catch (UncheckedIOException e) {
      throw new ModelUnavailableException("The jar of " + knowledge.plugin() + " is gone", e);
    }
  }

  private void tryOut(String plugin, String path, int dimension) {
    var sound = false;
    try {
      var logits = network.run(new float[dimension]);
      if (logits.length != labels.size()) {
        throw new KnowledgeException(
            plugin,
            "%s gives %d numbers for a sentence, but %s has %d labels"
                .formatted(path, logits.length, LABELS, labels.size()));
      }
      sound = true;
    } catch (ModelUnavailableException e) {
      throw new KnowledgeException(
          plugin,
          "%s cannot read a sentence vector, float [1,%d]: %s"
              .formatted(path, dimension, e.getMessage()),
          e);
    } finally {
      if (!sound) {
        close();
      }
    }
  }

  private static List<Intent> labels(Knowledge knowledge, String model, Set<String> intents) {
    var content =
        knowledge
            .read(LABELS)
            .orElseThrow(
                () ->
                    new KnowledgeException(
                        knowledge.plugin(), model + " needs " + LABELS + " beside it"));
    var lines = new String(content, StandardCharsets.UTF_8).lines().map(String::strip).toList();
    if (!intents.equals(new TreeSet<>(lines)) || lines.size() != intents.size()) {
      throw new KnowledgeException(
          knowledge.plugin(),
          "%s holds %s, but the examples that go with %s are of %s"
              .formatted(LABELS, lines, model, intents));
    }
    return lines.stream().map(Intent::new).toList();
  }

  /** How this sentence divides among the agent's intents; the shares add up to one. */
  Map<Intent, Double> shares(float[] vector) {
    var p = LinearModel.softmax(network.run(vector), 1);
    var shares = new LinkedHashMap<Intent, Double>();
    for (var k = 0; k < p.length; k++) {
      shares.put(labels.get(k), p[k]);
    }
    return shares;
  }

  @Override
  public void close() {
    network.close();
  }
}
