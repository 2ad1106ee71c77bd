package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Heartbeat heartbeat = new Heartbeat(timer);
  private final Admission admission = new Admission(10, System::nanoTime);
  private final AtomicInteger busy = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> sent = new ConcurrentLinkedQueue<>();
  private final Drain drain =
      new Drain(heartbeat, admission, timer, Runnable::run, Duration.ofSeconds(1), busy::get);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void sends_everybody_away_some_at_a_time_and_each_to_come_back_at_another_moment() {
    for (int i = 0; i < 60; i++) {
      heartbeat.add(new Socket());
    }
    drain.begin();
    assertThat(sent).hasSize(25);
    await().until(() -> drain.progress().equals(new Drain.Progress("drained", 0, 0)));

    assertThat(sent).hasSize(60).allMatch(it -> it >= 200 && it < 2_000);
    assertThat(sent.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void is_not_done_before_what_was_begun_is_finished() {
    busy.set(1);
    drain.begin();
    assertThat(drain.progress()).isEqualTo(new Drain.Progress("draining", 0, 1));
    busy.set(0);
    await().until(() -> drain.progress().state().equals("drained"));
  }

  @Test
  void lets_nobody_in_any_more_and_hands_over_before_anybody_goes() {
    var order = new ConcurrentLinkedQueue<String>();
    heartbeat.add(new Socket());
    drain.whenBegun(() -> order.add("handed over with " + sent.size() + " gone"));
    assertThat(admission.refusal()).isEmpty();
    drain.begin();
    drain.begin();

    assertThat(admission.refusal()).isPresent();
    assertThat(admission.outlook()).isPresent();
    assertThat(List.copyOf(order)).containsExactly("handed over with 0 gone");
    await().until(() -> drain.progress().state().equals("drained"));
  }

  @Test
  void is_taken_back_and_lets_people_in_again_and_can_begin_anew() {
    var told = new ConcurrentLinkedQueue<String>();
    drain.whenEnded(() -> told.add("goes on"));
    drain.end();
    assertThat(told).isEmpty();
    drain.begin();
    await().until(() -> drain.progress().state().equals("drained"));
    drain.end();

    assertThat(drain.progress()).isEqualTo(new Drain.Progress("open", 0, 0));
    assertThat(admission.refusal()).isEmpty();
    assertThat(told).containsExactly("goes on");
    heartbeat.add(new Socket());
    drain.begin();
    await().until(() -> drain.progress().state().equals("drained"));
    assertThat(sent).hasSize(1);
  }

  @Test
  void who_was_not_sent_away_yet_stays_when_it_is_taken_back() {
    for (int i = 0; i < 60; i++) {
      heartbeat.add(new Socket());
    }
    drain.whenBegun(drain::end);
    drain.begin();

    assertThat(heartbeat.size()).isGreaterThanOrEqualTo(35);
    assertThat(drain.progress().state()).isEqualTo("open");
  }

  private final class Socket implements Heartbeat.Beating {

    @Override
    public void beat(long now) {}

    @Override
    public void leave(long retryAfterMillis) {
      sent.add(retryAfterMillis);
      heartbeat.remove(this);
    }
  }
}
