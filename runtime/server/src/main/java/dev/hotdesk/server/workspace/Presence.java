package dev.hotdesk.server.workspace;

import dev.hotdesk.session.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in the room. Who has been away for too long has left, and their customers are let go. */
final class Presence {

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final RoomParts parts;
  private final Desk desk;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> sockets = new HashMap<>();
  private final Map<String, ScheduledFuture<?>> away = new HashMap<>();
  private volatile Seats seats = Seats.HERE_ONLY;

  Presence(RoomParts parts, Desk desk) {
    this.parts = parts;
    this.desk = desk;
  }

  /** Others than this server have seats as well. */
  void share(Seats shared) {
    seats = shared;
  }

  void entered(String login) {
    lock.lock();
    try {
      if (sockets.merge(login, 1, Integer::sum) == 1) {
        seats.taken(login);
      }
      comeBack(login);
    } finally {
      lock.unlock();
    }
  }

  void closed(String login) {
    lock.lock();
    try {
      if (sockets.computeIfPresent(login, (_, count) -> count == 1 ? null : count - 1) == null) {
        seats.left(login);
      }
      missing(login);
    } finally {
      lock.unlock();
    }
  }

  /** Unless they are here: gives them time to come, and then they have left. */
  void missing(String login) {
    lock.lock();
    try {
      if (!sockets.containsKey(login)) {
        comeBack(login);
        away.put(
            login,
            parts
                .timer()
                .schedule(
                    () -> graceIsOver(login), parts.grace().toMillis(), TimeUnit.MILLISECONDS));
      }
    } finally {
      lock.unlock();
    }
  }

  private void comeBack(String login) {
    var planned = away.remove(login);
    if (planned != null) {
      planned.cancel(false);
    }
  }

  private void graceIsOver(String login) {
    lock.lock();
    try {
      if (away.remove(login) == null || sockets.containsKey(login)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      if (seats.isElsewhereNow(login)) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.warn("Nobody knows whether {} is at another server: {}", login, e.getMessage());
      missing(login);
      return;
    }
    left(login);
  }

  /** Lets their customers go. */
  void left(String login) {
    for (var card : desk.of(login)) {
      LOG.info("Operator {} has left conversation {}", login, card.now().id());
      parts.processor().handle(card.now().id(), new Event.OperatorLeft(login));
    }
  }

  boolean isHere(String login) {
    lock.lock();
    try {
      return sockets.containsKey(login) || seats.isElsewhere(login);
    } finally {
      lock.unlock();
    }
  }

  /** The same, for sure: asks the database. If that does not answer, nobody is called missing. */
  boolean isAnywhere(String login) {
    if (isHere(login)) {
      return true;
    }
    try {
      return seats.isElsewhereNow(login);
    } catch (RuntimeException e) {
      LOG.warn("Nobody knows whether {} is at another server: {}", login, e.getMessage());
      return true;
    }
  }

  Set<String> here() {
    lock.lock();
    try {
      var here = new HashSet<>(sockets.keySet());
      here.addAll(seats.elsewhere());
      return here;
    } finally {
      lock.unlock();
    }
  }

  List<DeskFrames.Seen> seen(List<Operator> operators) {
    var serving = desk.serving();
    return operators.stream()
        .map(
            one ->
                new DeskFrames.Seen(
                    one,
                    parts
                        .assigner()
                        .seat(
                            one.login(),
                            isHere(one.login()),
                            serving.getOrDefault(one.login(), 0))))
        .toList();
  }
}
