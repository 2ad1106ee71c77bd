package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.understanding.inference.Sleepers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one agent can understand: its example sentences, and its own models if its jar carries any,
 * which are freed on closing.
 */
public final class Repertoire implements AutoCloseable {

  private final String agent;
  private final List<Example> examples;
  private final Map<Language, OwnModel> models;

  private Repertoire(String agent, List<Example> examples, Map<Language, OwnModel> models) {
    this.agent = agent;
    this.examples = List.copyOf(examples);
    this.models = models;
  }

  /**
   * Reads {@code intents/<language>.txt}, and {@code model/intents.<language>.onnx} with {@code
   * model/intents.labels} where they are there, and tries the models.
   *
   * @param sleepers let the models doze off while nobody uses them
   * @throws KnowledgeException when there are no examples, or a file or model is not sound
   */
  public static Repertoire load(Knowledge knowledge, Sleepers sleepers) {
    var examples = examples(knowledge);
    if (examples.isEmpty()) {
      throw new KnowledgeException(
          knowledge.plugin(),
          "Agent " + knowledge.plugin() + " has neither intents/zh.txt nor intents/en.txt");
    }
    var models = new EnumMap<Language, OwnModel>(Language.class);
    try {
      for (var language : Language.values()) {
        OwnModel.load(knowledge, language, intents(examples, language), sleepers)
            .ifPresent(model -> models.put(language, model));
      }
      return new Repertoire(knowledge.plugin(), examples, models);
    } catch (KnowledgeException e) {
      models.values().forEach(OwnModel::close);
      throw e;
    }
  }

  /** The example sentences that a plugin brings, in all languages. */
  public static List<Example> examples(Knowledge knowledge) {
    var examples = new ArrayList<Example>();
    for (var language : Language.values()) {
      var path = "intents/" + language.code() + ".txt";
      knowledge
          .read(path)
          .map(content -> ExamplesFile.read(knowledge.plugin(), path, language, content))
          .ifPresent(examples::addAll);
    }
    return examples;
  }

  private static Set<String> intents(List<Example> examples, Language language) {
    return examples.stream()
        .filter(example -> example.language() == language)
        .map(example -> example.intent().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String agent() {
    return agent;
  }

  List<Example> examples() {
    return examples;
  }

  Optional<OwnModel> model(Language language) {
    return Optional.ofNullable(models.get(language));
  }

  @Override
  public void close() {
    models.values().forEach(OwnModel::close);
  }
}
