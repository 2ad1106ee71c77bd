package dev.hotdesk.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Turn;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastQuestionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Conversation CONVERSATION =
      new Conversation("web.abc", NOW, NOW, Session.fresh(NOW), Dialogue.NONE, "C-1", "HM-TEA-CUP");

  private final List<Logged> log = new ArrayList<>();

  @Test
  void is_what_the_customer_said_last_with_what_was_said_before() {
    said(Author.CUSTOMER, "hello");
    said(Author.AGENT, "Good morning.");
    said(Author.CUSTOMER, "where is my order");
    said(Author.OPERATOR, "One moment.");

    var question = LastQuestion.in(CONVERSATION, log).orElseThrow();
    assertThat(question.ask()).isEqualTo(new Ask(1, new State.Question(3, "where is my order")));
    assertThat(question.history())
        .containsExactly(
            new Turn.Line(Author.CUSTOMER, "hello"), new Turn.Line(Author.AGENT, "Good morning."));
    assertThat(question.customerId()).isEqualTo("C-1");
    assertThat(question.sku()).isEqualTo("HM-TEA-CUP");
  }

  @Test
  void what_was_taken_back_or_has_no_words_is_no_question() {
    said(Author.CUSTOMER, "hello");
    said(Author.CUSTOMER, "a slip");
    said(Author.CUSTOMER, " ");
    log.add(new Logged(4, NOW, new Entry.Recalled(2, "C-1")));

    assertThat(LastQuestion.in(CONVERSATION, log).orElseThrow().ask().question())
        .isEqualTo(new State.Question(1, "hello"));
  }

  @Test
  void who_has_said_nothing_asks_nothing() {
    said(Author.AGENT, "Good morning.");
    assertThat(LastQuestion.in(CONVERSATION, log)).isEmpty();
  }

  private void said(Author author, String text) {
    log.add(new Logged(log.size() + 1, NOW, new Entry.Said(author, "", text, "")));
  }
}
