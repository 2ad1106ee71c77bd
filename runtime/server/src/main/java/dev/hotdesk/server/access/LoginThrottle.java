package dev.hotdesk.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slows down those who guess passwords: after five wrong ones for a login from an address, or
 * twenty from an address, each further try has to wait, twice as long each time.
 *
 * <p>An attempt counts as wrong from its beginning, so many at once gain nothing.
 */
final class LoginThrottle {

  static final int MOST_OF_LOGIN = 5;
  static final int MOST_OF_ADDRESS = 20;
  static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 20_000;

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Tries> tries = new HashMap<>();

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long an attempt must wait; zero if it may be made, and then it has been counted. */
  Duration attempt(String login, String address) {
    lock.lock();
    try {
      var now = clock.instant();
      var pair = tries.getOrDefault(pair(login, address), Tries.NONE);
      var all = tries.getOrDefault(address, Tries.NONE);
      var wait = pair.wait(MOST_OF_LOGIN, now);
      var waitAll = all.wait(MOST_OF_ADDRESS, now);
      if (wait.isZero() && waitAll.isZero()) {
        forgetOld(now);
        tries.put(pair(login, address), pair.another(now));
        tries.put(address, all.another(now));
        return Duration.ZERO;
      }
      return wait.compareTo(waitAll) > 0 ? wait : waitAll;
    } finally {
      lock.unlock();
    }
  }

  /** The attempt was right: its login's count begins anew, its address's is as before. */
  void right(String login, String address) {
    lock.lock();
    try {
      tries.remove(pair(login, address));
      tries.computeIfPresent(address, (_, all) -> all.oneLess());
    } finally {
      lock.unlock();
    }
  }

  private void forgetOld(Instant now) {
    tries.values().removeIf(each -> each.isOver(now));
    if (tries.size() > MOST_REMEMBERED) {
      tries.clear();
    }
  }

  private static String pair(String login, String address) {
    return address + " " + login;
  }

  private record Tries(int wrong, Instant last) {

    static final Tries NONE = new Tries(0, Instant.EPOCH);

    Duration wait(int most, Instant now) {
      if (wrong < most || isOver(now)) {
        return Duration.ZERO;
      }
      var doublings = Math.min(wrong - most, 10);
      var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
      var until = last.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
      return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    Tries another(Instant now) {
      return new Tries(isOver(now) ? 1 : wrong + 1, now);
    }

    Tries oneLess() {
      return new Tries(wrong - 1, last);
    }

    boolean isOver(Instant now) {
      return last.plus(LONGEST_PAUSE).isBefore(now);
    }
  }
}
