package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Language;
import dev.hotdesk.server.Counter;
import java.time.Clock;
import java.time.Duration;
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

  private CompletableFuture<LongPoll.Heard> hear() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return poll.hear(ID, 0, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        },
        counter.executor);
  }
}
