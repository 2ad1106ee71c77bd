package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.LogFeed;
import dev.hotdesk.server.stream.Outlet;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one operator: answers first, then the opened logs, then what changed on the
 * desk, of which only the latest counts and which is told ten times a second at the most; what
 * others talk about, about once a second.
 */
final class OperatorOutlet extends Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorOutlet.class);
  private static final int MOST_WAITING = 256;
  private static final int MOST_AT_ONCE = 100;
  private static final long BETWEEN_CHANGES = Duration.ofMillis(100).toNanos();

  private final RoomParts parts;
  private final boolean forSupervisor;
  private final Map<String, LogFeed> feeds = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Map<String, OnceEncoded> changed = new LinkedHashMap<>();
  private Map<String, OnceEncoded> chatter = new LinkedHashMap<>();
  private @Nullable OnceEncoded operators;
  private volatile @Nullable String desk;
  private boolean begun;
  private long changesWritten = System.nanoTime() - BETWEEN_CHANGES;

  OperatorOutlet(Wire wire, RoomParts parts, Vitals vitals, boolean forSupervisor) {
    super(wire, vitals, parts.executor(), MOST_WAITING);
    this.parts = parts;
    this.forSupervisor = forSupervisor;
  }

  /** Shows the desk; nothing is written before. */
  void begin(String frame) {
    desk = frame;
    wake();
  }

  void changed(String conversation, OnceEncoded card) {
    lock.lock();
    try {
      chatter.remove(conversation);
      changed.put(conversation, card);
    } finally {
      lock.unlock();
    }
    wake();
  }

  /**
   * Something was said that this operator does not follow: the card's latest words are other ones.
   * Of that there is much where there are many operators, so it waits for {@link #tellChatter}.
   */
  void chatted(String conversation, OnceEncoded card) {
    lock.lock();
    try {
      if (changed.replace(conversation, card) == null) {
        chatter.put(conversation, card);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called once in a while. */
  void tellChatter() {
    lock.lock();
    try {
      if (chatter.isEmpty()) {
        return;
      }
      changed.putAll(chatter);
      chatter = new LinkedHashMap<>();
    } finally {
      lock.unlock();
    }
    wake();
  }

  void operatorsChanged(OnceEncoded seen) {
    lock.lock();
    try {
      operators = seen;
    } finally {
      lock.unlock();
    }
    wake();
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
      wake();
    }
  }

  @Override
  public void stop() {
    super.stop();
    feeds.clear();
  }

  @Override
  protected void write() throws IOException {
    var first = desk;
    if (!begun && first != null && !isStopped()) {
      begun = true;
      desk = null;
      send(first);
    }
    while (!isStopped() && begun && writeSome()) {}
    if (begun && !isStopped()) {
      writeChanges();
    }
  }

  @Override
  protected void failed(RuntimeException fault) {
    if (fault instanceof JournalUnavailableException) {
      LOG.warn("An operator has to wait: {}", fault.getMessage());
      wakeIn(Duration.ofSeconds(2).toNanos());
    } else {
      LOG.error("Writing to an operator failed", fault);
      cut(1011, "internal error");
    }
  }

  private boolean writeSome() throws IOException {
    var answered = writeWaiting();
    return writeEntries() || answered;
  }

  private boolean writeEntries() throws IOException {
    var wrote = false;
    for (var opened : feeds.entrySet()) {
      var entries = opened.getValue().next(MOST_AT_ONCE);
      for (var logged : entries) {
        send(DeskFrames.entry(opened.getKey(), logged, forSupervisor));
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
    parts.timer().schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
  }
}
