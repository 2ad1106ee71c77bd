package dev.hotdesk.capability;

import dev.hotdesk.api.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sets a plugin's timers, while its generation lives. */
final class FencedTimers implements Timers {

  private static final Duration FARTHEST = Duration.ofDays(3653);

  private final Fence fence;
  private final FunctionDesk desk;
  private final Clock clock;

  FencedTimers(Fence fence, FunctionDesk desk, Clock clock) {
    this.fence = fence;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void set(String name, String key, Instant due, String json) {
    check(name, key);
    Limits.checkText("What the timer " + name + " brings", json, Limits.VALUE);
    var now = clock.instant();
    if (due.isAfter(now.plus(FARTHEST))) {
      throw new IllegalArgumentException(
          "The timer %s is due at %s; wanted a time within ten years: set it again when it rings"
              .formatted(name, due));
    }
    desk.setTimer(fence.plugin(), name, key, due.isBefore(now) ? now : due, json);
  }

  @Override
  public void cancel(String name, String key) {
    check(name, key);
    desk.cancelTimer(fence.plugin(), name, key);
  }

  private void check(String name, String key) {
    fence.check();
    Limits.checkName("The name of the timer", name);
    Limits.checkKey("The key of the timer " + name, key, 0);
  }
}
