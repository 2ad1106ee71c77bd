package dev.hotdesk.server.gateway;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.LogFeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a customer without WebSocket hears: waits until there is something, or not for ever. */
public final class LongPoll {

  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final int MOST_AT_ONCE = 100;

  private final GatewayParts parts;

  /** Waits at these. */
  public LongPoll(GatewayParts parts) {
    this.parts = parts;
  }

  /** What was heard; the frames are JSON. */
  record Heard(List<String> frames, long sequence, String state) {}

  /** Blocks up to 25 s, on a thread that may. */
  Heard hear(String id, long after) throws InterruptedException {
    var until = System.nanoTime() + LONGEST.toNanos();
    var feed = new LogFeed(parts.journal(), id, after);
    var news = new Semaphore(0);
    var listener = new Ear(feed, news);
    parts.hub().listen(id, listener);
    try {
      feed.reaches(last(id));
      while (true) {
        var entries = feed.next(MOST_AT_ONCE);
        var pause = until - System.nanoTime();
        if (!entries.isEmpty()) {
          var translated = parts.translator().send(id, entries);
          feed.passed(Math.max(translated.passed(), feed.passed()));
          if (!translated.frames().isEmpty() || pause <= 0) {
            return heard(id, translated.frames(), feed);
          }
          if (translated.pause().isPresent()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(pause, translated.pause().get().toNanos()));
          }
        } else if (pause <= 0 || !news.tryAcquire(pause, TimeUnit.NANOSECONDS)) {
          return heard(id, List.of(), feed);
        }
        news.drainPermits();
      }
    } finally {
      parts.hub().forget(id, listener);
    }
  }

  private Heard heard(String id, List<String> frames, LogFeed feed) {
    var state = parts.journal().find(id).map(found -> found.session().state().word()).orElse("bot");
    return new Heard(frames, feed.passed(), state);
  }

  private long last(String id) {
    return parts.journal().find(id).map(found -> found.session().lastSequence()).orElse(0L);
  }

  private record Ear(LogFeed feed, Semaphore news) implements Hub.Listener {

    @Override
    public void committed(Conversation now, List<Logged> entries) {
      feed.offer(entries);
      news.release();
    }
  }
}
