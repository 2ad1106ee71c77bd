package dev.hotdesk.server.gateway;

import dev.hotdesk.assignment.Place;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.server.stream.Outlet;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one customer: short answers first, then the log as far as it goes. One thread at
 * a time writes. A customer who does not read is cut off, to come back and resume.
 */
final class CustomerOutlet extends Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerOutlet.class);
  private static final int MOST_WAITING = 64;
  private static final int MOST_AT_ONCE = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final GatewayParts parts;
  private volatile @Nullable LogFeed feed;
  private volatile @Nullable Boolean typing;
  private volatile Mark operators = Mark.NONE;
  private volatile @Nullable Place place;
  private volatile boolean begun;
  private volatile boolean paused;
  private String conversation = "";
  private Mark told = Mark.NONE;
  private int faults;

  CustomerOutlet(Wire wire, GatewayParts parts, Vitals vitals) {
    super(wire, vitals, parts.executor(), MOST_WAITING);
    this.parts = parts;
  }

  /** Tells of typing, unless there is something newer to tell by then. */
  void typing(boolean on) {
    typing = on;
    wake();
  }

  /** Tells how far the operators' side has got, unless it is farther by then. */
  void operatorsAt(Mark mark) {
    operators = mark;
    wake();
  }

  /** Tells of the place in the queue, unless there is something newer to tell by then. */
  void queued(Place seen) {
    place = seen;
    wake();
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
    wake();
  }

  void offer(List<Logged> entries) {
    var following = feed;
    if (following != null) {
      following.offer(entries);
      wake();
    }
  }

  @Override
  protected void write() throws IOException {
    while (!isStopped()) {
      writeWaiting();
      if (!writeEntries()) {
        break;
      }
    }
    if (!isEnding()) {
      writeReceipts();
      writeTyping();
      writePlace();
    }
  }

  @Override
  protected void failed(RuntimeException fault) {
    if (!(fault instanceof JournalUnavailableException)) {
      LOG.error("Writing to conversation {} failed", conversation, fault);
    }
    pause(LONGEST_PAUSE);
  }

  /** Returns whether there may be more. */
  private boolean writeEntries() throws IOException {
    var following = feed;
    if (following == null || !begun || paused || isEnding()) {
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

  private void writeReceipts() throws IOException {
    var mark = operators;
    if (!mark.equals(told) && begun && !isStopped()) {
      told = mark;
      for (var frame : parts.translator().receipts(conversation, mark)) {
        send(frame);
      }
    }
  }

  private void writeTyping() throws IOException {
    var on = typing;
    if (on != null && begun && !isStopped()) {
      typing = null;
      for (var frame : parts.translator().typing(conversation, on)) {
        send(frame);
      }
    }
  }

  private void writePlace() throws IOException {
    var told = place;
    if (told != null && begun && !isStopped()) {
      place = null;
      for (var frame : parts.translator().queued(conversation, told)) {
        send(frame);
      }
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
              wake();
            },
            millis,
            TimeUnit.MILLISECONDS);
  }
}
