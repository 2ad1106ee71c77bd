package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that a customer's client knows of its conversation; whoever waits is woken by news. */
final class CustomerLog {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final TreeMap<Long, Change> changes = new TreeMap<>();
  private final LinkedHashMap<String, Saying> sayings = new LinkedHashMap<>();
  private final List<Frame> errors = new ArrayList<>();
  private final Ledger ledger;
  private long last;
  private String state = "";
  private String customer = "";

  /** A change of state. */
  private record Change(String state, String reason, long at) {}

  /** Words on their way: seq is 0 until they are promised. */
  private record Saying(Frame frame, long begun, long seq, long acked) {}

  /** A message with the time it came. */
  private final TreeMap<Long, Long> arrivals = new TreeMap<>();

  CustomerLog(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The customer says this, with more fields perhaps; the frame to send. */
  Frame say(String id, String text, Object... fields) {
    return changing(
        () -> {
          ledger.said(id, text);
          var frame = Frame.of("say", "id", id, "text", text).with(fields);
          sayings.put(id, new Saying(frame, System.nanoTime(), 0, 0));
          return frame;
        });
  }

  /** What has been said and is not promised, in order. */
  List<Frame> unpromised() {
    return changing(
        () -> sayings.values().stream().filter(it -> it.seq == 0).map(Saying::frame).toList());
  }

  void connected() {
    changing(
        () -> {
          ledger.connected(last);
          return last;
        });
  }

  /** Takes note of a frame of the server. */
  void note(Frame frame) {
    changing(
        () -> {
          switch (frame.type()) {
            case "welcome" -> state = frame.text("state");
            case "ack" -> promised(frame.text("id"), frame.number("seq"));
            case "message" -> heard(Message.of(frame));
            case "state" -> moved(frame);
            case "identified" -> customer = frame.text("customer");
            case "error" -> errors.add(frame);
            default -> {}
          }
          return frame;
        });
  }

  private void promised(String id, long seq) {
    ledger.acknowledged(id, seq);
    sayings.computeIfPresent(id, (_, it) -> new Saying(it.frame, it.begun, seq, System.nanoTime()));
  }

  private void heard(Message message) {
    ledger.heard(message);
    last = Math.max(last, message.seq());
    messages.putIfAbsent(message.seq(), message);
    arrivals.putIfAbsent(message.seq(), System.nanoTime());
  }

  private void moved(Frame frame) {
    long seq = frame.number("seq");
    ledger.moved(seq);
    last = Math.max(last, seq);
    state = frame.text("state");
    changes.put(seq, new Change(state, frame.text("reason"), System.nanoTime()));
  }

  /** How the question with this id has ended, if it has. */
  private @Nullable Answered answer(String id) {
    var saying = sayings.get(id);
    if (saying == null || saying.seq == 0) {
      return null;
    }
    long question = saying.seq;
    long ack = saying.acked - saying.begun;
    for (var message : messages.tailMap(question, false).values()) {
      if (!message.isOwn()) {
        long nanos = arrivals.getOrDefault(message.seq(), saying.begun) - saying.begun;
        return new Answered(message.text(), message.seq(), question, state, "", ack, nanos);
      }
    }
    var change = changes.higherEntry(question);
    return change == null
        ? null
        : new Answered(
            "",
            change.getKey(),
            question,
            change.getValue().state,
            change.getValue().reason,
            ack,
            change.getValue().at - saying.begun);
  }

  Optional<Answered> awaitAnswer(String id, Duration patience) {
    return await(() -> answer(id), patience);
  }

  Optional<Long> awaitPromise(String id, Duration patience) {
    return await(
        () -> {
          var saying = sayings.get(id);
          return saying == null || saying.seq == 0 ? null : saying.seq;
        },
        patience);
  }

  /** How long these words waited until they were promised, or have waited so far. */
  Duration waited(String id) {
    return changing(
        () -> {
          var it = sayings.get(id);
          return it == null ? Duration.ZERO : waited(it);
        });
  }

  /** The longest that any words did. */
  Duration longestWait() {
    return changing(
        () ->
            sayings.values().stream()
                .map(CustomerLog::waited)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
  }

  private static Duration waited(Saying it) {
    return Duration.ofNanos((it.seq == 0 ? System.nanoTime() : it.acked) - it.begun);
  }

  /** Waits until there is something to give. */
  <T> Optional<T> await(Supplier<@Nullable T> wanted, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (true) {
        var found = wanted.get();
        if (found != null) {
          return Optional.of(found);
        }
        if (left <= 0) {
          return Optional.empty();
        }
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  Collection<Message> messages() {
    return changing(() -> List.copyOf(messages.values()));
  }

  List<Frame> errors() {
    return changing(() -> List.copyOf(errors));
  }

  long last() {
    return changing(() -> last);
  }

  String state() {
    return changing(() -> state);
  }

  String reason() {
    return changing(() -> changes.isEmpty() ? "" : changes.lastEntry().getValue().reason);
  }

  String customer() {
    return changing(() -> customer);
  }

  private <T> T changing(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      news.signalAll();
      lock.unlock();
    }
  }
}
