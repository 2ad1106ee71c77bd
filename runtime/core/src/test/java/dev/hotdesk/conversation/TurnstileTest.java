package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
  private final Semaphore thoughts = new Semaphore(0);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void answers_so_many_at_a_time_and_the_others_in_the_order_in_which_they_came() {
    var turnstile = new Turnstile(this::think, 1);
    for (int i = 0; i < 8; i++) {
      int before = begun.size() + turnstile.waiting();
      var question = question("web." + i);
      threads.execute(() -> turnstile.answer(question));
      await().until(() -> begun.size() + turnstile.waiting() > before);
    }
    assertThat(begun).containsExactly("web.0");
    thoughts.release(8);
    await().until(() -> begun.size() == 8);
    assertThat(begun)
        .containsExactlyElementsOf(IntStream.range(0, 8).mapToObj(i -> "web." + i).toList());
  }

  @Test
  void an_answer_that_fails_gives_its_place_back() {
    var turnstile =
        new Turnstile(
            _ -> {
              throw new IllegalStateException("no answer");
            },
            1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> turnstile.answer(question("web.one")))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void lets_at_least_one_through() {
    assertThatThrownBy(() -> new Turnstile(this::think, 0)).hasMessageContaining("0");
  }

  private Answer think(TurnRequest question) {
    begun.add(question.conversation());
    thoughts.acquireUninterruptibly();
    return new Answer(new Event.CustomerViewed(""), Dialogue.NONE);
  }

  private static TurnRequest question(String conversation) {
    var asked = new Ask(1, new State.Question(1, "where is it?"));
    return new TurnRequest(conversation, asked, Dialogue.NONE, "", "", List.of());
  }
}
