package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Language;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongPollTest {

  private static final String ID = "web.poll";

  private final Counter counter = new Counter();
  private final LongPoll poll =
      new LongPoll(
          TestGateway.parts(
              counter, new VisitorTokens(new byte[32], Duration.ofHours(1), Clock.systemUTC())));

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void refuses_more_than_twenty_frames_a_second() {
    var typing = "{\"type\":\"typing\",\"id\":\"t\",\"on\":true}";
    var answers =
        IntStream.range(0, 40)
            .mapToObj(_ -> poll.say(ID, typing, Language.EN, ""))
            .map(answer -> answer.toCompletableFuture().join())
            .toList();

    assertThat(answers.getFirst()).isEqualTo(new Answered.Taken());
    assertThat(answers).contains(new Answered.Refused("rate", "At most 20 frames a second.", "t"));
  }

  @Test
  void answers_the_oldest_request_when_too_many_wait() {
    var oldest = hear();
    await().until(() -> poll.waiting(ID) == 1);
    assertThat(oldest).isNotDone();
    var others = IntStream.range(0, 4).mapToObj(_ -> hear()).toList();

    assertThat(oldest.join().frames()).isEmpty();
    await()
        .during(Duration.ofMillis(200))
        .until(() -> others.stream().noneMatch(CompletableFuture::isDone));
  }

  @Test
  void keeps_what_is_said_in_order_when_a_part_is_refused() {
    counter.plugged = false;
    assertThat(say("c-1")).satisfies(it -> assertThat(code(it)).isEqualTo("channel"));
    counter.plugged = true;

    assertThat(say("c-2")).isEqualTo(new Answered.Refused("busy", SpokenOrder.FIRST, "c-2"));
    assertThat(say("c-1")).isInstanceOf(Answered.Acknowledged.class);
    assertThat(say("c-2")).isInstanceOf(Answered.Acknowledged.class);
  }

  @Test
  void receipts_wake_who_waits() {
    var last = saidSomething();
    var waiting = hear(last, LongPoll.Known.NOTHING);
    await().until(() -> poll.waiting(ID) == 1);

    counter.watermarks.read(ID, Side.OPERATOR, 1);

    assertThat(waiting.join().frames()).isEmpty();
  }

  @Test
  void receipts_that_came_between_two_requests_are_told_at_once() {
    var last = saidSomething();
    counter.watermarks.read(ID, Side.OPERATOR, 1);

    assertThat(hear(last, knowing(new Mark(1, 0))).join().frames()).isEmpty();
    var knowsAll = hear(last, knowing(new Mark(1, 1)));
    await().until(() -> poll.waiting(ID) == 1);
    await().during(Duration.ofMillis(200)).until(() -> !knowsAll.isDone());
    poll.sendAllHome();
  }

  /** How far the log then goes. */
  private long saidSomething() {
    say("c-1");
    await()
        .until(
            () -> counter.journal.find(ID).orElseThrow().session().state().word(),
            "waiting"::equals);
    return counter.journal.find(ID).orElseThrow().session().lastSequence();
  }

  private static String code(Answered answered) {
    return answered instanceof Answered.Refused refused ? refused.code() : "";
  }

  private static LongPoll.Known knowing(Mark mark) {
    return new LongPoll.Known(-1, Optional.of(mark));
  }

  private Answered say(String id) {
    var frame = "{\"type\":\"say\",\"id\":\"%s\",\"text\":\"hello\"}".formatted(id);
    return poll.say(ID, frame, Language.EN, "").toCompletableFuture().join();
  }

  private CompletableFuture<LongPoll.Heard> hear() {
    return hear(0, LongPoll.Known.NOTHING);
  }

  private CompletableFuture<LongPoll.Heard> hear(long after, LongPoll.Known known) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return poll.hear(ID, after, known);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        },
        counter.executor);
  }
}
