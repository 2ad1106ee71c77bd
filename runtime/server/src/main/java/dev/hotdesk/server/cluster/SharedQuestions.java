package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.session.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Questions that whichever server has room asks its agents. What is unanswered follows from the
 * database, and only the first answer to a question counts, so a question may get lost here or come
 * twice: while Redis is gone, whoever offered one asks it.
 */
final class SharedQuestions {

  static final String KEY = "hotdesk:questions";

  private static final Logger LOG = LoggerFactory.getLogger(SharedQuestions.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 500;

  /** So few that a server which has just woken does not take what its neighbours wait for. */
  private static final int MOST_TAKEN = 16;

  /** More than a server answers at a time: the others wait there, near the agents. */
  private static final int MOST_IN_HAND = 1_000;

  private final RedisLine line;
  private final WorkStream stream;
  private final Here here;
  private final long pause;
  private final Map<String, Offered> offered = new ConcurrentHashMap<>();
  private final ArrayBlockingQueue<Offered> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Set<StreamEntryID> inHand = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<StreamEntryID> done = new ConcurrentLinkedQueue<>();
  private final Pump outward;
  private final Pump acknowledging;
  private volatile boolean isOpen;
  private long kept;

  /**
   * Shares questions over this line.
   *
   * @param lease how long a question stays with a server that does not speak for it any more
   */
  SharedQuestions(RedisLine line, String node, Duration lease, Here here, Executor executor) {
    this.line = line;
    this.stream = new WorkStream(KEY, node, lease);
    this.here = here;
    this.pause = lease.toNanos() / 3;
    this.kept = System.nanoTime() - pause;
    this.outward = new Pump(executor, this::say);
    this.acknowledging = new Pump(executor, this::acknowledge);
  }

  private record Offered(String conversation, long epoch, long question) {

    Map<String, String> fields() {
      return Map.of("conversation", conversation, "epoch", "" + epoch, "question", "" + question);
    }

    /** Empty if another version of Hotdesk has written it, in a way that nobody knows here. */
    static Optional<Offered> of(Map<String, String> fields) {
      try {
        return Optional.ofNullable(fields.get("conversation"))
            .map(
                id ->
                    new Offered(
                        id,
                        Long.parseLong(fields.get("epoch")),
                        Long.parseLong(fields.get("question"))));
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
    }
  }

  /** Offers a question to all servers; false if it cannot be offered. Does not block. */
  boolean offer(String conversation, Ask ask) {
    if (!isOpen) {
      return false;
    }
    var question = new Offered(conversation, ask.epoch(), ask.question().sequence());
    offered.put(conversation, question);
    if (!waiting.offer(question)) {
      offered.remove(conversation, question);
      return false;
    }
    outward.wake();
    return true;
  }

  /** Whether questions of this server's customers are offered to all at the moment. */
  boolean isOpen() {
    return isOpen;
  }

  /** A conversation has gone on. */
  void moved(Conversation now) {
    var known = offered.get(now.id());
    if (known != null
        && now.session()
            .ask()
            .filter(it -> it.question().sequence() == known.question())
            .isEmpty()) {
      offered.remove(now.id(), known);
    }
  }

  private void say() {
    var questions = new ArrayList<Offered>();
    while (waiting.drainTo(questions, MOST_AT_ONCE) > 0) {
      var pieces = questions.stream().map(Offered::fields).toList();
      if (line.ask(redis -> stream.add(redis, pieces)).isEmpty()) {
        questions.forEach(this::askHere);
      }
      questions.clear();
    }
  }

  /**
   * Takes questions, those of dead servers as well, while this server may answer any. Called again
   * and again by one thread; returns when there is no use in it for the moment.
   */
  void serve() {
    if (!here.mayAnswer() || !begin()) {
      return;
    }
    try {
      while (here.mayAnswer()) {
        if (!round()) {
          isOpen = false;
          askWhatWasOffered();
          return;
        }
      }
    } finally {
      isOpen = false;
    }
  }

  private boolean begin() {
    isOpen = onLine(stream::open).orElse(false);
    return isOpen;
  }

  /** Returns whether all is well. */
  private boolean round() {
    var now = System.nanoTime();
    if (now - kept >= pause) {
      kept = now;
      var claimed =
          onLine(
              redis -> {
                stream.keep(redis, inHand);
                return stream.claim(redis);
              });
      if (claimed.isEmpty()) {
        return false;
      }
      claimed.get().forEach(this::answer);
    }
    var most = Math.clamp(MOST_IN_HAND - inHand.size(), 1, MOST_TAKEN);
    var taken = onLine(redis -> stream.take(redis, most, PATIENCE));
    taken.orElse(List.of()).forEach(this::answer);
    return taken.isPresent();
  }

  /** Empty if Redis is gone, or has forgotten the group. */
  private <T> Optional<T> onLine(Function<RedisClient, T> work) {
    Optional<Supplier<Optional<T>>> answer =
        line.ask(
            redis -> {
              try {
                var value = work.apply(redis);
                return () -> Optional.of(value);
              } catch (JedisDataException e) {
                LOG.info("Questions are shared anew: {}", e.getMessage());
                return Optional::empty;
              }
            });
    return answer.flatMap(Supplier::get);
  }

  private void answer(StreamEntry entry) {
    var question = Offered.of(entry.getFields());
    if (question.isEmpty()) {
      LOG.debug("Left to servers of the version that wrote it: {}", entry.getID());
      return;
    }
    if (!inHand.add(entry.getID())) {
      return;
    }
    var it = question.get();
    here.answer(it.conversation(), it.epoch(), it.question())
        .whenComplete(
            (receipt, _) -> {
              inHand.remove(entry.getID());
              if (receipt != null && !(receipt instanceof Receipt.Refused)) {
                offered.remove(it.conversation(), it);
                done.add(entry.getID());
                acknowledging.wake();
              }
            });
  }

  private void acknowledge() {
    var ids = new ArrayList<StreamEntryID>();
    for (var id = done.poll(); id != null; id = done.poll()) {
      ids.add(id);
    }
    if (!ids.isEmpty()) {
      line.ask(redis -> stream.done(redis, ids));
    }
  }

  /** Nobody knows who has them: they may be asked twice, and only the first answer counts. */
  private void askWhatWasOffered() {
    var all = List.copyOf(offered.values());
    all.forEach(this::askHere);
    if (!all.isEmpty()) {
      LOG.info("{} questions that were offered to all servers are asked here", all.size());
    }
  }

  private void askHere(Offered question) {
    if (offered.remove(question.conversation(), question)) {
      here.answer(question.conversation(), question.epoch(), question.question());
    }
  }
}
