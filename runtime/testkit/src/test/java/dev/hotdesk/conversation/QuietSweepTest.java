package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Reply;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Event;
import dev.hotdesk.testkit.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuietSweepTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final SessionProcessor processor =
      new SessionProcessor(
          journal,
          request ->
              new Answer(
                  new Event.AgentReplied(
                      request.ask().epoch(),
                      request.ask().question().sequence(),
                      new Event.Insight("greeting", 1, Map.of(), "desk@1", 1),
                      "desk",
                      Reply.say("hello")),
                  Dialogue.NONE),
          (_, _) -> {},
          Runnable::run,
          Clock.systemUTC());

  @Test
  void ends_the_session_of_a_customer_who_went_away() {
    say("web.gone");
    assertThat(sweptAfter(Duration.ofHours(3))).isEqualTo(1);
    assertThat(state("web.gone")).isEqualTo("closed");
  }

  @Test
  void leaves_a_customer_who_was_here_lately() {
    say("web.here");
    assertThat(sweptAfter(Duration.ofHours(1))).isZero();
    assertThat(state("web.here")).isEqualTo("bot");
  }

  @Test
  void leaves_a_customer_who_has_an_operator() {
    say("web.served");
    processor.handle("web.served", new Event.OperatorTook("amy"));
    assertThat(sweptAfter(Duration.ofDays(3))).isZero();
    assertThat(state("web.served")).isEqualTo("operator");
  }

  private int sweptAfter(Duration time) {
    var later = Clock.offset(Clock.systemUTC(), time);
    return new QuietSweep(journal, processor, Duration.ofHours(2), later).sweep();
  }

  private void say(String conversation) {
    processor.handle(conversation, new Event.CustomerSaid("c-1", "hi"));
  }

  private String state(String conversation) {
    return journal.find(conversation).orElseThrow().session().state().word();
  }
}
