package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.inference.OnnxWriter;
import dev.hotdesk.understanding.inference.OnnxWriter.Layer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the own model of an agent out of its example sentences, when its plugin is built. */
public final class AgentModelTrainer {

  private AgentModelTrainer() {}

  /**
   * The files that belong into the jar, by path. The same sentences give the same files.
   *
   * @throws KnowledgeException when a language has no examples, or the languages differ in intents
   */
  public static Map<String, byte[]> train(Encoders encoders, Knowledge knowledge) {
    var examples = Repertoire.examples(knowledge);
    var files = new LinkedHashMap<String, byte[]>();
    var labels = "";
    for (var language : Language.values()) {
      var sentences = examples.stream().filter(e -> e.language() == language).toList();
      var numbers = new TreeMap<String, Integer>();
      sentences.forEach(e -> numbers.put(e.intent().name(), 0));
      var found = String.join("\n", numbers.keySet()) + "\n";
      if (!labels.isEmpty() && !labels.equals(found)) {
        throw new KnowledgeException(
            knowledge.plugin(),
            "A model needs the same intents in all languages, but found %s and %s"
                .formatted(labels.lines().toList(), found.lines().toList()));
      }
      labels = found;
      numbers.replaceAll((intent, _) -> numbers.headMap(intent).size());
      var onnx = network(encoders, language, sentences, numbers);
      files.put("model/intents." + language.code() + ".onnx", onnx);
    }
    files.put("model/intents.labels", labels.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static byte[] network(
      Encoders encoders, Language language, List<Example> sentences, Map<String, Integer> numbers) {
    var encoder = encoders.encoder(language);
    var vectors = sentences.stream().map(e -> encoder.encode(e.text())).toArray(float[][]::new);
    var classes =
        sentences.stream().mapToInt(e -> numbers.getOrDefault(e.intent().name(), 0)).toArray();
    var samples = new Samples(vectors, classes, numbers.size());
    var matters = sentences.stream().map(e -> new Matter("agent", e.intent())).distinct().toList();
    var temperature = (float) Calibration.ofModelAlone(samples, matters).temperature();
    var weights = LogisticRegression.fit(samples).weights().clone();
    for (var i = 0; i < weights.length; i++) {
      weights[i] /= temperature;
    }
    var split = encoder.dimension() * numbers.size();
    return OnnxWriter.write(
        List.of(
            new Layer(
                Arrays.copyOf(weights, split),
                Arrays.copyOfRange(weights, split, weights.length))));
  }
}
