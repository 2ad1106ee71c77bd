package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.LogFeed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer without WebSocket hears: waits until there is something, or not for ever. */
public final class LongPoll {

  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final int MOST_AT_ONCE = 100;

  /** How many requests of one conversation may wait at a time; of more the oldest is answered. */
  private static final int MOST_WAITING = 4;

  private final GatewayParts parts;
  private final PolledOrder order;
  private final ConcurrentHashMap<String, ArrayDeque<Ear>> waiting = new ConcurrentHashMap<>();

  /** Waits at these. */
  public LongPoll(GatewayParts parts) {
    this.parts = parts;
    this.order = new PolledOrder(parts.executor(), System::nanoTime);
  }

  /**
   * What a client knows already, so that only what differs is news.
   *
   * @param place in the queue; negative if it does not say
   * @param operators how far the operators' side has got; nothing if it does not say
   */
  record Known(long place, Optional<Mark> operators) {

    /** Of a client that says nothing of it. */
    static final Known NOTHING = new Known(-1, Optional.empty());
  }

  /** What was heard; the frames are JSON. */
  record Heard(List<String> frames, long sequence, String state) {}

  /** Takes one frame; what a customer says one after another. */
  CompletionStage<Answered> say(String id, String text, Language language, String store) {
    if (parts.allowances().take(id).isZero()) {
      return said(text)
          .map(said -> order.say(id, said, () -> take(id, text, language, store)))
          .orElseGet(
              () ->
                  CompletableFuture.supplyAsync(
                          () -> take(id, text, language, store), parts.executor())
                      .thenCompose(answered -> answered));
    }
    said(text).ifPresent(said -> order.turnedAway(id, said));
    return refused("rate", CustomerFrames.TOO_MANY, Frame.idIn(text));
  }

  /** Blocks while the plugin translates, not while the event is handled. */
  private CompletionStage<Answered> take(String id, String text, Language language, String store) {
    try {
      if (!Words.store(store).isEmpty()) {
        parts.ingress().arrived(id, Words.store(store)).toCompletableFuture().join();
      }
    } catch (MalformedFrameException e) {
      return refused("malformed", String.valueOf(e.getMessage()), Frame.idIn(text));
    }
    return parts.ingress().take(id, text, language);
  }

  /** The id of what is said in this frame; none if it says nothing. */
  private static Optional<String> said(String text) {
    try {
      var frame = Frame.isTooLong(text) ? null : Frame.parse(text);
      return frame != null && frame.type().equals("say")
          ? Optional.of(frame.idOrEmpty())
          : Optional.empty();
    } catch (MalformedFrameException _) {
      return Optional.empty();
    }
  }

  private static CompletionStage<Answered> refused(String code, String message, String id) {
    return CompletableFuture.completedFuture(new Answered.Refused(code, message, id));
  }

  /**
   * Blocks up to 25 s, on a thread that may.
   *
   * @param known another place in the queue, or marks farther than these, are news
   */
  Heard hear(String id, long after, Known known) throws InterruptedException {
    var until = System.nanoTime() + LONGEST.toNanos();
    var feed = new LogFeed(parts.journal(), id, after);
    var news = new Semaphore(0);
    var listener = new Ear(feed, news);
    parts.hub().listen(id, listener);
    await(id, listener);
    tellNews(id, known, listener);
    try {
      feed.reaches(last(id));
      while (true) {
        var entries = feed.next(MOST_AT_ONCE);
        var pause = until - System.nanoTime();
        if (!entries.isEmpty()) {
          var translated = parts.translator().send(id, entries);
          feed.passed(Math.max(translated.passed(), feed.passed()));
          if (!translated.frames().isEmpty() || pause <= 0 || listener.isSentHome()) {
            return heard(id, andPlace(id, translated.frames(), listener), feed);
          }
          if (translated.pause().isPresent()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(pause, translated.pause().get().toNanos()));
          }
        } else if (listener.isSentHome()
            || listener.hasPlace()
            || listener.hasReceipts()
            || pause <= 0
            || !news.tryAcquire(pause, TimeUnit.NANOSECONDS)) {
          return heard(id, andPlace(id, List.of(), listener), feed);
        }
        news.drainPermits();
      }
    } finally {
      parts.hub().forget(id, listener);
      leave(id, listener);
    }
  }

  /** What happened between two requests is told at once. */
  private void tellNews(String id, Known known, Ear ear) {
    if (known.place() >= 0) {
      parts
          .places()
          .of(id)
          .filter(place -> place.isNewsAfter((int) Math.min(known.place(), Integer.MAX_VALUE)))
          .ifPresent(ear::queued);
    }
    known
        .operators()
        .filter(told -> !told.and(parts.watermarks().of(id, Side.OPERATOR)).equals(told))
        .ifPresent(ear::operatorsAt);
  }

  /** Whoever waits is answered with what there is: the server empties. */
  public void sendAllHome() {
    for (var id : List.copyOf(waiting.keySet())) {
      waiting.computeIfPresent(
          id,
          (_, ears) -> {
            ears.forEach(Ear::sendHome);
            return ears;
          });
    }
  }

  /** How many requests of a conversation wait. */
  int waiting(String id) {
    var ears = waiting.get(id);
    return ears == null ? 0 : ears.size();
  }

  /** How many requests wait, of all conversations. */
  public int waiting() {
    return waiting.values().stream().mapToInt(ArrayDeque::size).sum();
  }

  private void await(String id, Ear ear) {
    waiting.compute(
        id,
        (_, before) -> {
          var ears = new ArrayDeque<>(before == null ? List.<Ear>of() : before);
          ears.add(ear);
          if (ears.size() > MOST_WAITING) {
            ears.remove().sendHome();
          }
          return ears;
        });
  }

  private void leave(String id, Ear ear) {
    waiting.computeIfPresent(
        id,
        (_, ears) -> {
          ears.remove(ear);
          return ears.isEmpty() ? null : ears;
        });
  }

  private Heard heard(String id, List<String> frames, LogFeed feed) {
    var state = parts.journal().find(id).map(found -> found.session().state().word()).orElse("bot");
    return new Heard(frames, feed.passed(), state);
  }

  private long last(String id) {
    return parts.journal().find(id).map(found -> found.session().lastSequence()).orElse(0L);
  }

  /** These frames, and the one that tells the latest place in the queue. */
  private List<String> andPlace(String id, List<String> frames, Ear ear) {
    var place = ear.place;
    return place == null
        ? frames
        : Stream.concat(frames.stream(), parts.translator().queued(id, place).stream()).toList();
  }

  private static final class Ear implements Hub.Listener {

    private final LogFeed feed;
    private final Semaphore news;
    private volatile boolean sentHome;
    private volatile boolean receipts;
    private volatile @Nullable Place place;

    Ear(LogFeed feed, Semaphore news) {
      this.feed = feed;
      this.news = news;
    }

    /** Is answered with what there is. */
    void sendHome() {
      sentHome = true;
      news.release();
    }

    boolean isSentHome() {
      return sentHome;
    }

    boolean hasPlace() {
      return place != null;
    }

    boolean hasReceipts() {
      return receipts;
    }

    @Override
    public void queued(Place seen) {
      place = seen;
      news.release();
    }

    /** The marks go with every answer. */
    @Override
    public void operatorsAt(Mark mark) {
      receipts = true;
      news.release();
    }

    @Override
    public void committed(Conversation now, List<Logged> entries) {
      feed.offer(entries);
      news.release();
    }
  }
}
