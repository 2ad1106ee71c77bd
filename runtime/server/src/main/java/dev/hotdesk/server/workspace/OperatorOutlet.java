package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one operator: answers first, then the opened logs, then what changed on the
 * desk, of which only the latest counts and which is told ten times a second at the most.
 */
final class OperatorOutlet {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorOutlet.class);
  private static final int MOST_WAITING = 256;
  private static final int MOST_AT_ONCE = 100;
  private static final long BETWEEN_CHANGES = Duration.ofMillis(100).toNanos();

  private final Wire wire;
  private final RoomParts parts;
  private final Vitals vitals;
  private final Pump pump;
  private final ArrayBlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Map<String, LogFeed> feeds = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Map<String, OnceEncoded> changed = new LinkedHashMap<>();
  private @Nullable OnceEncoded operators;
  private volatile @Nullable String desk;
  private volatile @Nullable Ending ending;
  private volatile boolean stopped;
  private boolean begun;
  private long changesWritten = System.nanoTime() - BETWEEN_CHANGES;

  OperatorOutlet(Wire wire, RoomParts parts, Vitals vitals) {
    this.wire = wire;
    this.parts = parts;
    this.vitals = vitals;
    this.pump = new Pump(parts.executor(), this::write);
  }

  private record Ending(String frame, int code, String reason) {}

  /** Shows the desk; nothing is written before. */
  void begin(String frame) {
    desk = frame;
    pump.wake();
  }

  void say(String frame) {
    if (waiting.offer(frame)) {
      pump.wake();
    } else {
      cut(1013, "too slow");
    }
  }

  void changed(String conversation, OnceEncoded card) {
    lock.lock();
    try {
      changed.put(conversation, card);
    } finally {
      lock.unlock();
    }
    pump.wake();
  }

  void operatorsChanged(OnceEncoded seen) {
    lock.lock();
    try {
      operators = seen;
    } finally {
      lock.unlock();
    }
    pump.wake();
  }

  /** Follows a log; what is in it already is read once {@link LogFeed#reaches} was told how far. */
  LogFeed follow(String conversation, long after) {
    var feed = new LogFeed(parts.journal(), conversation, after);
    feeds.put(conversation, feed);
    return feed;
  }

  boolean follows(String conversation) {
    return feeds.containsKey(conversation);
  }

  int followed() {
    return feeds.size();
  }

  void unfollow(String conversation) {
    feeds.remove(conversation);
  }

  void offer(String conversation, List<Logged> entries) {
    var feed = feeds.get(conversation);
    if (feed != null) {
      feed.offer(entries);
      pump.wake();
    }
  }

  void wake() {
    pump.wake();
  }

  void end(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.wake();
  }

  /** The same, on this thread if it can be. */
  void endHere(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.runHere();
  }

  void cut(int code, String reason) {
    stopped = true;
    Thread.ofVirtual().name("cut").start(() -> wire.close(code, reason));
  }

  void stop() {
    stopped = true;
    waiting.clear();
    feeds.clear();
  }

  private void write() {
    try {
      var first = desk;
      if (!begun && first != null && !stopped) {
        begun = true;
        desk = null;
        send(first);
      }
      while (!stopped && begun && writeSome()) {}
      if (begun && !stopped) {
        writeChanges();
      }
      var last = ending;
      if (last != null && !stopped) {
        stopped = true;
        send(last.frame());
        wire.close(last.code(), last.reason());
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("An operator's socket broke: {}", e.toString());
      cut(1001, "broken");
    } catch (JournalUnavailableException e) {
      LOG.warn("An operator has to wait: {}", e.getMessage());
      wakeIn(Duration.ofSeconds(2).toNanos());
    } catch (RuntimeException e) {
      LOG.error("Writing to an operator failed", e);
      cut(1011, "internal error");
    }
  }

  private boolean writeSome() throws IOException {
    var answered = writeWaiting();
    return writeEntries() || answered;
  }

  private boolean writeWaiting() throws IOException {
    var wrote = false;
    for (var frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      send(frame);
      wrote = true;
    }
    return wrote;
  }

  private boolean writeEntries() throws IOException {
    var wrote = false;
    for (var opened : feeds.entrySet()) {
      var entries = opened.getValue().next(MOST_AT_ONCE);
      for (var logged : entries) {
        send(DeskFrames.entry(opened.getKey(), logged));
        opened.getValue().passed(logged.sequence());
        wrote = true;
      }
    }
    return wrote;
  }

  private void writeChanges() throws IOException {
    var due = changesWritten + BETWEEN_CHANGES - System.nanoTime();
    var frames = new ArrayList<OnceEncoded>();
    lock.lock();
    try {
      if (changed.isEmpty() && operators == null) {
        return;
      }
      if (due <= 0) {
        frames.addAll(changed.values());
        changed = new LinkedHashMap<>();
        if (operators != null) {
          frames.add(operators);
          operators = null;
        }
      }
    } finally {
      lock.unlock();
    }
    if (due > 0) {
      wakeIn(due);
      return;
    }
    for (var frame : frames) {
      send(frame.frame());
    }
    changesWritten = System.nanoTime();
  }

  private void wakeIn(long nanos) {
    parts.timer().schedule(pump::wake, nanos, TimeUnit.NANOSECONDS);
  }

  private void send(String frame) throws IOException {
    vitals.writes(System.nanoTime());
    try {
      wire.send(frame);
    } finally {
      vitals.wrote();
    }
  }
}
