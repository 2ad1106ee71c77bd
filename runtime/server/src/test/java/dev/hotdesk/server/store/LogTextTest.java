package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Language;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogTextTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");

  @Test
  void an_entry_comes_back_as_it_was() {
    var logged = new Logged(7, NOW, new Entry.Said(Author.CUSTOMER, "", "你好", "c-1"));
    assertThat(LogText.entry(7, LogText.of(logged))).isEqualTo(logged);
  }

  @Test
  void a_conversation_comes_back_as_it_was() {
    var conversation =
        new Conversation(
            "web.abc",
            NOW,
            NOW.plusMillis(1),
            new Session(
                2,
                new State.BotServing(List.of(new State.Question(5, "where is it?"))),
                3,
                7,
                Times.begin(NOW)),
            new Dialogue("agent-orders", "order.status", "x", Map.of("size", "M"), Language.EN),
            "C-1",
            "SW-1",
            "shanghai",
            "gold",
            "amy",
            Optional.of(NOW.plusSeconds(60)));
    assertThat(LogText.conversation(LogText.of(conversation))).isEqualTo(conversation);
  }
}
