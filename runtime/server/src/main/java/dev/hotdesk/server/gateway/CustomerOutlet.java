package dev.hotdesk.server.gateway;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one customer: short answers first, then the log as far as it goes. One thread at
 * a time writes. A customer who does not read is cut off, to come back and resume.
 */
final class CustomerOutlet {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerOutlet.class);
  private static final int MOST_WAITING = 64;
  private static final int MOST_AT_ONCE = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Wire wire;
  private final GatewayParts parts;
  private final Vitals vitals;
  private final ArrayBlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Pump pump;
  private volatile @Nullable LogFeed feed;
  private volatile @Nullable Boolean typing;
  private volatile @Nullable Ending ending;
  private volatile boolean begun;
  private volatile boolean stopped;
  private volatile boolean paused;
  private String conversation = "";
  private int faults;

  CustomerOutlet(Wire wire, GatewayParts parts, Vitals vitals) {
    this.wire = wire;
    this.parts = parts;
    this.vitals = vitals;
    this.pump = new Pump(parts.executor(), this::write);
  }

  private record Ending(String frame, int code, String reason) {}

  /** Puts a frame in the queue. */
  void say(String frame) {
    if (waiting.offer(frame)) {
      pump.wake();
    } else {
      cut(1013, "too slow; resume");
    }
  }

  /** Tells of typing, unless there is something newer to tell by then. */
  void typing(boolean on) {
    typing = on;
    pump.wake();
  }

  /** Follows a conversation's log after this place, from {@link #begin} on. */
  LogFeed follow(String id, long after) {
    conversation = id;
    var following = new LogFeed(parts.journal(), id, after);
    feed = following;
    return following;
  }

  /** The welcome is in the queue; entries may follow. */
  void begin() {
    begun = true;
    pump.wake();
  }

  void offer(List<Logged> entries) {
    var following = feed;
    if (following != null) {
      following.offer(entries);
      pump.wake();
    }
  }

  /** Says a last thing and closes. */
  void end(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.wake();
  }

  /** The same, on this thread if it can be. */
  void endHere(String frame, int code, String reason) {
    ending = new Ending(frame, code, reason);
    pump.runHere();
  }

  /** Closes without a word: the other side would not hear it. */
  void cut(int code, String reason) {
    stopped = true;
    // Closing may wait for a write that is stuck.
    Thread.ofVirtual().name("cut").start(() -> wire.close(code, reason));
  }

  void stop() {
    stopped = true;
    waiting.clear();
  }

  private void write() {
    try {
      while (!stopped && writeWaiting() && writeEntries()) {}
      if (ending == null) {
        writeTyping();
      }
      var last = ending;
      if (last != null && !stopped) {
        stopped = true;
        send(last.frame());
        wire.close(last.code(), last.reason());
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A customer's socket broke: {}", e.toString());
      cut(1001, "broken");
    } catch (JournalUnavailableException e) {
      pause(LONGEST_PAUSE);
    } catch (RuntimeException e) {
      LOG.error("Writing to conversation {} failed", conversation, e);
      pause(LONGEST_PAUSE);
    }
  }

  private boolean writeWaiting() throws IOException {
    for (var frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      send(frame);
    }
    return true;
  }

  /** Returns whether there may be more. */
  private boolean writeEntries() throws IOException {
    var following = feed;
    if (following == null || !begun || paused || ending != null) {
      return false;
    }
    // A plugin that stumbles over one entry is given one at a time.
    var entries = following.next(faults > 0 ? 1 : MOST_AT_ONCE);
    if (entries.isEmpty()) {
      return false;
    }
    var translated = parts.translator().send(conversation, entries);
    for (var frame : translated.frames()) {
      send(frame);
    }
    following.passed(Math.max(translated.passed(), following.passed()));
    if (translated.pause().isPresent()) {
      faults = Math.min(faults + 1, 4);
      pause(translated.pause().get().multipliedBy(1L << (faults - 1)));
      return false;
    }
    faults = 0;
    return true;
  }

  private void writeTyping() throws IOException {
    var on = typing;
    if (on != null && begun && !stopped) {
      typing = null;
      for (var frame : parts.translator().typing(conversation, on)) {
        send(frame);
      }
    }
  }

  private void send(String frame) throws IOException {
    vitals.writes(System.nanoTime());
    try {
      wire.send(frame);
    } finally {
      vitals.wrote();
    }
  }

  private void pause(Duration pause) {
    paused = true;
    var millis = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
    parts
        .timer()
        .schedule(
            () -> {
              paused = false;
              pump.wake();
            },
            millis,
            TimeUnit.MILLISECONDS);
  }
}
