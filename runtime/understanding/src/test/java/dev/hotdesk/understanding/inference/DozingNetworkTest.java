package dev.hotdesk.understanding.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.routing.ModelUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DozingNetworkTest {

  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final float[] ROW = {1, 2, 3};
  private static final byte[] ONNX =
      OnnxWriter.write(
          List.of(
              new OnnxWriter.Layer(
                  new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new float[] {1, 2, 3})));

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger coldStarts = new AtomicInteger();
  private final AtomicInteger loads = new AtomicInteger();
  private final Sleepers sleepers =
      new Sleepers(now::get, (plugin, time) -> coldStarts.incrementAndGet());
  private final DozingNetwork network = new DozingNetwork("agent-a", this::load, IDLE, sleepers);

  private Network load() {
    loads.incrementAndGet();
    return Network.load("a", ONNX, 4);
  }

  @AfterEach
  void close() {
    network.close();
    sleepers.close();
  }

  @Test
  void stays_awake_while_it_is_asked() {
    for (int i = 0; i < 5; i++) {
      now.addAndGet(IDLE.toNanos() - 1);
      sleepers.sweep();
      network.run(ROW);
    }

    assertThat(loads).hasValue(1);
    assertThat(coldStarts).hasValue(0);
  }

  @Test
  void dozes_off_and_comes_back_with_the_same_answer() {
    var before = network.run(ROW);
    now.addAndGet(IDLE.toNanos());
    sleepers.sweep();
    assertThat(network.isAwake()).isFalse();

    assertThat(network.run(ROW)).isEqualTo(before);
    assertThat(coldStarts).hasValue(1);
  }

  @Test
  void is_loaded_once_for_all_who_ask_at_the_same_moment() throws InterruptedException {
    now.addAndGet(IDLE.toNanos());
    sleepers.sweep();
    var answers = new ConcurrentLinkedQueue<float[]>();
    var threads =
        IntStream.range(0, 16)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(network.run(ROW))))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(answers).hasSize(16);
    assertThat(loads).hasValue(2);
  }

  @Test
  void cuts_nobody_off_however_often_it_dozes() throws InterruptedException {
    var answers = new AtomicInteger();
    var threads =
        IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              for (int i = 0; i < 200; i++) {
                                network.run(ROW);
                                answers.incrementAndGet();
                              }
                            }))
            .toList();
    while (threads.stream().anyMatch(Thread::isAlive)) {
      now.addAndGet(IDLE.toNanos());
      sleepers.sweep();
    }

    assertThat(answers).hasValue(800);
    assertThat(coldStarts.get()).isEqualTo(loads.get() - 1);
  }

  @Test
  void stays_closed() {
    network.close();

    assertThatThrownBy(() -> network.run(ROW)).isInstanceOf(ModelUnavailableException.class);
  }
}
