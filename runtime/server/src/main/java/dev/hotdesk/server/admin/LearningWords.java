package dev.hotdesk.server.admin;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.server.admin.LearningResource.NamedDraft;
import dev.hotdesk.server.admin.LearningResource.NamedSentence;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.learning.Taught;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what admins type of what customers mean; what cannot be meant is refused. */
final class LearningWords {

  static final int LONGEST = 500;
  private static final int MOST = 200;

  private LearningWords() {}

  static List<Taught> named(@Nullable NamedDraft draft, String by) {
    var sentences = draft == null ? null : draft.sentences();
    if (draft == null || sentences == null || sentences.isEmpty() || sentences.size() > MOST) {
      throw refused(
          "Wanted"
              + " {\"intent\":\"order.status\",\"sentences\":[{\"language\":\"en\",\"text\":\"…\"}]},"
              + " with 1 to "
              + MOST
              + " sentences.");
    }
    var intent = intent(draft.intent());
    return sentences.stream().map(it -> taught(it, intent, by)).toList();
  }

  private static Taught taught(@Nullable NamedSentence sentence, Intent intent, String by) {
    if (sentence == null) {
      throw refused("sentences: wanted a text in each");
    }
    var conversation = Objects.requireNonNullElse(sentence.conversation(), "");
    if (!conversation.isEmpty() && !Conversation.isId(conversation)) {
      throw refused("conversation: wanted an id such as web.8x2k, not " + conversation);
    }
    return new Taught(
        Taught.Kind.NAMED,
        new Labelled(language(sentence.language()), intent, text(sentence.text())),
        conversation,
        Objects.requireNonNullElse(sentence.sequence(), 0L),
        by);
  }

  static String text(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw refused("text: wanted 1 to %d characters".formatted(LONGEST));
    }
    return text;
  }

  private static Intent intent(@Nullable String name) {
    try {
      return new Intent(Objects.requireNonNullElse(name, ""));
    } catch (IllegalArgumentException e) {
      throw refused("intent: wanted lower-case words joined by dots, not " + name);
    }
  }

  private static Language language(@Nullable String code) {
    return Arrays.stream(Language.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> refused("language: wanted zh or en, not " + code));
  }

  private static ProblemException refused(String words) {
    return new ProblemException(400, words);
  }
}
