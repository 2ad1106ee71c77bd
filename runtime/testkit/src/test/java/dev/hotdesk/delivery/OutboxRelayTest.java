package dev.hotdesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Outgoing.State;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.testkit.MemoryJournal;
import dev.hotdesk.testkit.MemoryOutbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The relay on one thread, so that each step can be seen. */
class OutboxRelayTest {

  private static final String ID = "push.one";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final MemoryOutbox outbox = new MemoryOutbox();
  private final MemoryJournal journal = new MemoryJournal();
  private final ArrayDeque<Runnable> work = new ArrayDeque<>();
  private final ArrayDeque<Delivery> answers = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Long> told = new ArrayList<>();
  private Instant now = NOON;
  private boolean idempotent;
  private long last;

  private final OutboxRelay relay =
      new OutboxRelay(
          outbox,
          journal,
          new Pusher() {
            @Override
            public Delivery push(Outgoing outgoing, Logged message) {
              sent.add(((Entry.Said) message.entry()).text() + " as " + outgoing.key());
              return answers.isEmpty() ? new Delivery.Accepted() : answers.remove();
            }

            @Override
            public boolean isIdempotent(String channel) {
              return idempotent;
            }
          },
          (_, sequence) -> told.add(sequence),
          work::add,
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  @Test
  void sends_in_order_the_next_only_after_the_one_before_was_accepted() {
    say("a");
    say("b");
    answers.add(new Delivery.Later(Duration.ofSeconds(30), "busy"));

    run();
    assertThat(sent).containsExactly("a as push.one/1");
    after(Duration.ofSeconds(29));
    assertThat(sent).hasSize(1);
    after(Duration.ofSeconds(1));

    assertThat(sent).containsExactly("a as push.one/1", "a as push.one/1", "b as push.one/2");
    assertThat(states()).containsExactly(State.ACCEPTED, State.ACCEPTED);
    assertThat(told).containsExactly(1L, 1L, 2L);
  }

  @Test
  void sends_nothing_again_of_which_nobody_knows_until_a_person_says_so() {
    say("a");
    say("b");
    answers.add(new Delivery.Unknown("the line broke"));
    run();
    after(Duration.ofHours(12));
    assertThat(sent).containsExactly("a as push.one/1", "b as push.one/2");
    assertThat(states()).containsExactly(State.UNKNOWN, State.ACCEPTED);

    assertThat(relay.retry(ID, 1)).isTrue();
    run();

    assertThat(sent).hasSize(3);
    assertThat(states()).containsExactly(State.ACCEPTED, State.ACCEPTED);
    assertThat(relay.retry(ID, 1)).isFalse();
  }

  @Test
  void sends_again_with_the_same_key_where_the_channel_drops_what_it_has() {
    idempotent = true;
    say("a");
    say("b");
    answers.add(new Delivery.Unknown("the line broke"));

    run();
    assertThat(states()).containsExactly(State.QUEUED, State.QUEUED);
    after(Duration.ofSeconds(1));

    assertThat(sent).containsExactly("a as push.one/1", "a as push.one/1", "b as push.one/2");
  }

  @Test
  void a_server_that_died_while_sending_leaves_a_message_of_which_nobody_knows() {
    say("a");
    assertThat(outbox.claim(now, OutboxRelay.LEASE, 9)).hasSize(1);

    after(OutboxRelay.LEASE);
    assertThat(states()).containsExactly(State.SENDING);
    after(Duration.ofSeconds(1));

    assertThat(states()).containsExactly(State.UNKNOWN);
    assertThat(sent).isEmpty();
  }

  @Test
  void a_server_that_died_while_sending_is_made_good_where_the_channel_drops_what_it_has() {
    idempotent = true;
    say("a");
    outbox.claim(now, OutboxRelay.LEASE, 9);

    after(OutboxRelay.LEASE.plusSeconds(1));
    after(Duration.ofSeconds(1));

    assertThat(states()).containsExactly(State.ACCEPTED);
    assertThat(sent).containsExactly("a as push.one/1");
  }

  @Test
  void tells_what_failed_and_goes_on() {
    say("a");
    say("b");
    answers.add(new Delivery.Failed("40001", "blocked"));

    run();

    var failed = outbox.of(ID, 9).getFirst();
    assertThat(List.of(failed.state(), failed.code(), failed.reason(), failed.retryable()))
        .isEqualTo(List.of(State.FAILED, "40001", "blocked", false));
    assertThat(sent).containsExactly("a as push.one/1", "b as push.one/2");
  }

  @Test
  void believes_later_for_a_day() {
    say("a");
    for (int hour = 0; hour <= 24; hour++) {
      answers.add(new Delivery.Later(Duration.ofHours(1), "closed"));
      after(Duration.ofHours(1));
    }

    assertThat(outbox.of(ID, 9).getFirst())
        .extracting(Outgoing::state, Outgoing::code, Outgoing::retryable)
        .containsExactly(State.FAILED, "gave_up", true);
  }

  @Test
  void sends_nothing_that_was_taken_back_meanwhile() {
    say("a");
    append(new Entry.Recalled(1, "amy"));

    run();

    assertThat(sent).isEmpty();
    assertThat(outbox.of(ID, 9).getFirst().code()).isEqualTo("recalled");
  }

  private void say(String text) {
    append(new Entry.Said(Author.OPERATOR, "amy", text, "amy:" + last));
    outbox.queue(ID, last, 1, now);
  }

  private void append(Entry entry) {
    var fresh = Session.fresh(NOON);
    last++;
    journal.append(
        new Conversation(
            ID,
            NOON,
            NOON,
            new Session(fresh.number(), fresh.state(), fresh.epoch(), last, fresh.times()),
            Dialogue.NONE,
            "",
            ""),
        last - 1,
        List.of(entry));
  }

  private void after(Duration span) {
    now = now.plus(span);
    run();
  }

  private void run() {
    relay.wake();
    for (var next = work.poll(); next != null; next = work.poll()) {
      next.run();
    }
  }

  private List<State> states() {
    return outbox.of(ID, 9).stream().map(Outgoing::state).toList();
  }
}
