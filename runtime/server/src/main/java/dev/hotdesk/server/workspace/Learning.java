package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Feedback;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.routing.LentToAgent;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.server.learning.Taught;
import dev.hotdesk.session.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches what an operator corrects, and passes it on to the agent that owns the right intent, if
 * it can be.
 */
public final class Learning {

  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private final Journal journal;
  private final Plugins plugins;
  private final Consumer<Taught> teacher;

  /**
   * Passes on to these.
   *
   * @param teacher keeps what is to be learned; may block
   */
  public Learning(Journal journal, Plugins plugins, Consumer<Taught> teacher) {
    this.journal = journal;
    this.plugins = plugins;
    this.teacher = teacher;
  }

  /** Whether the customer said something there. */
  boolean isQuestion(String conversation, long sequence) {
    return words(conversation, sequence).isPresent();
  }

  /** Never throws. */
  void learn(Taught.Kind kind, String conversation, long question, Intent right, String by) {
    try (var lease = plugins.lease(conversation)) {
      var text = words(conversation, question).orElse("");
      var understood = lease.intentModel().understand(text, "", Catalogue.EMPTY);
      var owner =
          understood.candidates().stream()
              .filter(candidate -> candidate.intent().equals(right))
              .findFirst()
              .flatMap(candidate -> lease.agent(candidate.agent()));
      if (owner.isEmpty()) {
        return;
      }
      var sentence = new Labelled(understood.language(), right, text);
      teacher.accept(new Taught(kind, sentence, conversation, question, by));
      if (kind != Taught.Kind.CORRECTION) {
        return;
      }
      var best = understood.candidates().getFirst();
      var before =
          new Understanding(
              understood.language(), best.intent(), best.probability(), understood.slots());
      var context = LentToAgent.withoutShop(owner.get(), understood.language());
      Plugged<Agent> agent = owner.get();
      agent.call(
          "learn",
          DEADLINE,
          extension -> {
            extension.learn(new Feedback(text, before, right), context);
            return right;
          });
    } catch (RuntimeException e) {
      LOG.warn("A correction of {} was not learned: {}", conversation, e.getMessage());
    }
  }

  private Optional<String> words(String conversation, long sequence) {
    return journal.read(conversation, sequence - 1, 1).stream()
        .filter(logged -> logged.sequence() == sequence)
        .flatMap(
            logged ->
                logged.entry() instanceof Entry.Said said && said.author() == Author.CUSTOMER
                    ? Optional.of(said.text()).stream()
                    : Optional.<String>empty().stream())
        .findFirst();
  }
}
