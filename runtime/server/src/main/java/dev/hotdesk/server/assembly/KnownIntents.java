package dev.hotdesk.server.assembly;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.ModelUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps in mind which intents the latest model was trained on, and whether it could be. */
final class KnownIntents implements IntentTrainer {

  private static final Pattern HEADING =
      Pattern.compile("^\\uFEFF?\\[([a-z][a-z0-9_.]*)]\\s*$", Pattern.MULTILINE);

  private final IntentTrainer trainer;
  private volatile List<String> names = List.of();
  private volatile String fault = "";

  KnownIntents(IntentTrainer trainer) {
    this.trainer = trainer;
  }

  /** The names of all intents, in order. */
  List<String> names() {
    return names;
  }

  /**
   * Why the language models could not be used the last time they were needed; empty if they could.
   */
  String fault() {
    return fault;
  }

  @Override
  public IntentModel train(List<Knowledge> agents) {
    try {
      var model = trainer.train(agents);
      fault = "";
      names =
          agents.stream()
              .flatMap(agent -> Arrays.stream(Language.values()).map(it -> headings(agent, it)))
              .flatMap(List::stream)
              .distinct()
              .sorted()
              .toList();
      return model;
    } catch (ModelUnavailableException e) {
      fault = String.valueOf(e.getMessage());
      throw e;
    }
  }

  @Override
  public String learned() {
    return trainer.learned();
  }

  private static List<String> headings(Knowledge agent, Language language) {
    return agent
        .read("intents/" + language.code() + ".txt")
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> HEADING.matcher(text).results().map((MatchResult it) -> it.group(1)).toList())
        .orElse(List.of());
  }
}
