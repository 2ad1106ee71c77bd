package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Turn;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.util.List;
import java.util.Optional;

/** The latest of what a customer has said, as agents would be asked it. */
final class LastQuestion {

  /** As many lines as agents are told when the bot serves. */
  private static final int MOST_LINES = 20;

  private LastQuestion() {}

  /**
   * Empty if there are no words of the customer's in what is at hand of the log.
   *
   * @param latest the latest entries of the conversation, in order
   */
  static Optional<TurnRequest> in(Conversation conversation, List<Logged> latest) {
    var lines =
        latest.stream()
            .filter(logged -> words(logged).isPresent() && !isRecalled(logged, latest))
            .toList();
    return lines.reversed().stream()
        .filter(logged -> words(logged).orElseThrow().author() == Author.CUSTOMER)
        .findFirst()
        .map(logged -> request(conversation, logged, lines));
  }

  private static TurnRequest request(
      Conversation conversation, Logged question, List<Logged> lines) {
    var before =
        lines.stream()
            .filter(logged -> logged.sequence() < question.sequence())
            .map(logged -> words(logged).orElseThrow())
            .map(said -> new Turn.Line(said.author(), said.text()))
            .toList();
    return new TurnRequest(
        conversation.id(),
        new Ask(
            conversation.session().epoch(),
            new State.Question(question.sequence(), words(question).orElseThrow().text())),
        conversation.dialogue(),
        conversation.customerId(),
        conversation.sku(),
        before.subList(Math.max(0, before.size() - MOST_LINES), before.size()));
  }

  private static Optional<Entry.Said> words(Logged logged) {
    return logged.entry() instanceof Entry.Said said && !said.text().isBlank()
        ? Optional.of(said)
        : Optional.empty();
  }

  private static boolean isRecalled(Logged logged, List<Logged> latest) {
    return logged.recalled()
        || latest.stream()
            .anyMatch(
                it ->
                    it.entry() instanceof Entry.Recalled(var message, _)
                        && message == logged.sequence());
  }
}
