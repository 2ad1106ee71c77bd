package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class PolledOrderTest {

  private static final String ID = "web.polled";

  private final List<String> taken = new ArrayList<>();
  private long now = 1_000;
  private final PolledOrder order = new PolledOrder(Runnable::run, () -> now);

  @Test
  void what_is_posted_at_once_is_taken_one_after_another() {
    var first = new CompletableFuture<Answered>();
    var one = order.say(ID, "c-1", () -> first);
    var two = says("c-2", acknowledged("c-2"));

    assertThat(two).isNotDone();
    assertThat(taken).isEmpty();
    first.complete(acknowledged("c-1"));

    assertThat(one).isCompletedWithValue(acknowledged("c-1"));
    assertThat(two).isCompletedWithValue(acknowledged("c-2"));
    assertThat(order.size()).isZero();
  }

  @Test
  void what_follows_a_refused_message_waits_until_that_one_is_taken() {
    var refused = new Answered.Refused("not_stored", "", "c-1");

    assertThat(says("c-1", refused)).isCompletedWithValue(refused);
    assertThat(says("c-2", acknowledged("c-2"))).isCompletedWithValue(first("c-2"));
    assertThat(order.size()).isOne();
    says("c-1", acknowledged("c-1"));
    assertThat(says("c-3", acknowledged("c-3"))).isCompletedWithValue(first("c-3"));
    says("c-2", acknowledged("c-2"));
    says("c-3", acknowledged("c-3"));

    assertThat(taken).containsExactly("c-1", "c-1", "c-2", "c-3");
    assertThat(order.size()).isZero();
  }

  @Test
  void what_follows_a_message_that_came_too_fast_waits_for_it() {
    order.turnedAway(ID, "c-1");

    assertThat(says("c-2", acknowledged("c-2"))).isCompletedWithValue(first("c-2"));
    says("c-1", acknowledged("c-1"));
    says("c-2", acknowledged("c-2"));

    assertThat(taken).containsExactly("c-1", "c-2");
  }

  @Test
  void work_that_fails_holds_nothing_up() {
    var failed =
        order
            .say(ID, "c-1", () -> CompletableFuture.failedFuture(new IllegalStateException("x")))
            .toCompletableFuture();

    assertThat(failed).isCompletedExceptionally();
    assertThat(says("c-2", acknowledged("c-2"))).isCompletedWithValue(acknowledged("c-2"));
    assertThat(order.size()).isZero();
  }

  @Test
  void who_does_not_come_back_is_forgotten() {
    says("c-1", new Answered.Refused("busy", "", "c-1"));
    assertThat(order.size()).isOne();

    now += SpokenOrder.GIVEN_UP.toNanos() + 1;
    order.say("web.other", "c-1", () -> CompletableFuture.completedFuture(acknowledged("c-1")));

    assertThat(order.size()).isZero();
    assertThat(says("c-2", acknowledged("c-2"))).isCompletedWithValue(acknowledged("c-2"));
  }

  private CompletableFuture<Answered> says(String id, Answered answer) {
    CompletionStage<Answered> answered =
        order.say(
            ID,
            id,
            () -> {
              taken.add(id);
              return CompletableFuture.completedFuture(answer);
            });
    return answered.toCompletableFuture();
  }

  private static Answered acknowledged(String id) {
    return new Answered.Acknowledged(id, 1, false);
  }

  private static Answered first(String id) {
    return new Answered.Refused("busy", SpokenOrder.FIRST, id);
  }
}
