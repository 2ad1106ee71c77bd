package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An operator whose desk comes back by itself, on any node, when the line breaks, and asks for what
 * it has missed of each open conversation. Safe for many threads.
 */
public final class ReturningOperator implements AutoCloseable {

  private final Doors doors;
  private final String login;
  private final String password;
  private final Map<String, Frame> conversations = new ConcurrentHashMap<>();
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Map<String, Request> asked = new LinkedHashMap<>();
  private final Map<String, Long> last = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final Backoff backoff = new Backoff();
  private final String run = "-" + Long.toString(System.nanoTime(), 36);
  private volatile @Nullable Socket socket;
  private volatile boolean isSeated;
  private volatile boolean isClosed;

  /** A frame that waits for its answer. */
  private record Request(Frame frame, CompletableFuture<Frame> answer) {}

  private ReturningOperator(Doors doors, String login, String password) {
    this.doors = doors;
    this.login = login;
    this.password = password;
  }

  /** Sits down at the desk; the password is as the demo has it. */
  public static ReturningOperator connect(Doors doors, String login) {
    var operator = new ReturningOperator(doors, login, login + "-demo");
    Thread.ofVirtual().name("operator").start(operator::stay);
    return operator;
  }

  private void stay() {
    Staff staff = null;
    while (!isClosed) {
      var web = doors.next();
      try {
        staff = staff == null ? Staff.login(web, login, password) : staff;
        if (visit(web, staff) == 4401) {
          staff = null;
        }
      } catch (RuntimeException e) { // whatever it was, they try again
        staff = e instanceof RefusedException ? null : staff;
      }
      isSeated = false;
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(backoff.pause());
    } catch (InterruptedException e) {
      isClosed = true;
    }
  }

  private int visit(Web web, Staff staff) {
    int line = lines.incrementAndGet();
    var opened =
        Socket.open(
            web.socket("/ws/operator"),
            Map.of("Cookie", staff.cookie(), "Origin", web.origin()),
            frame -> {
              if (line == lines.get()) {
                note(frame);
              }
            });
    socket = opened;
    while (true) {
      try {
        return opened.closing().get(1, TimeUnit.SECONDS).code();
      } catch (TimeoutException e) {
        if (opened.silence().toSeconds() > 60) {
          opened.cut();
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new SocketException("Gone", e);
      }
    }
  }

  private void note(Frame frame) {
    switch (frame.type()) {
      case "desk" -> seated(frame);
      case "conversation" -> conversations.put(frame.text("conversation"), frame);
      case "entry" -> entered(frame);
      case "ack", "error" -> answered(frame);
      case "ping" -> send(Frame.of("pong"));
      case "bye" -> backoff.ask(frame.number("retry_after_ms"));
      default -> {}
    }
  }

  private synchronized void seated(Frame desk) {
    backoff.reset();
    conversations.clear();
    desk.parts("conversations").forEach(it -> conversations.put(it.text("conversation"), it));
    ledgers.forEach(
        (id, ledger) -> {
          long after = last.getOrDefault(id, 0L);
          ledger.connected(after);
          send(Frame.of("open", "id", nextId(), "conversation", id, "after", after));
        });
    asked.values().forEach(it -> send(it.frame));
    isSeated = true;
  }

  private synchronized void answered(Frame frame) {
    var request = asked.remove(frame.text("id"));
    if (request != null) {
      request.answer.complete(frame);
    }
  }

  private void entered(Frame entry) {
    var id = entry.text("conversation");
    var ledger = ledgers.get(id);
    if (ledger != null) {
      last.merge(id, entry.number("seq"), Math::max);
      if (entry.text("kind").equals("said")) {
        ledger.heard(Message.of(entry));
      } else {
        ledger.moved(entry.number("seq"));
      }
    }
  }

  private String nextId() {
    return "o-" + count.incrementAndGet() + run;
  }

  private void send(Frame frame) {
    var open = socket;
    if (open != null && !open.closing().isDone()) {
      try {
        open.send(frame);
      } catch (SocketException e) {
        open.cut();
      }
    }
  }

  /** Reads a conversation from now on; what is heard of it goes into a ledger. */
  public synchronized void open(String conversation) {
    if (!ledgers.containsKey(conversation)) {
      ledgers.put(conversation, new Ledger());
      if (isSeated) {
        send(Frame.of("open", "id", nextId(), "conversation", conversation, "after", 0));
      }
    }
  }

  /**
   * Does something at the desk, and again with the same id after a broken line, until it is
   * answered.
   *
   * @return the {@code ack} or {@code error}; empty if none came in time
   */
  public Optional<Frame> act(
      String type, String conversation, Duration patience, Object... fields) {
    var id = nextId();
    var frame = Frame.of(type, "id", id, "conversation", conversation).with(fields);
    var request = new Request(frame, new CompletableFuture<>());
    synchronized (this) {
      asked.put(id, request);
      if (isSeated) {
        send(frame);
      }
    }
    try {
      return Optional.of(request.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      synchronized (this) {
        asked.remove(id);
      }
    }
  }

  /** Says something to a customer; what is promised goes into the ledger. */
  public Optional<Frame> say(String conversation, String text, Duration patience) {
    open(conversation);
    var answer = act("say", conversation, patience, "text", text);
    answer
        .filter(it -> it.type().equals("ack"))
        .ifPresent(
            ack -> {
              var ledger = ledgers.get(conversation);
              if (ledger != null) {
                ledger.said(ack.text("id"), text);
                ledger.acknowledged(ack.text("id"), ack.number("seq"));
              }
            });
    return answer;
  }

  /** All that is on the desk. */
  public List<Frame> desk() {
    return new ArrayList<>(conversations.values());
  }

  /** What was heard of each conversation that was opened. */
  public Map<String, Ledger> ledgers() {
    return Map.copyOf(ledgers);
  }

  /** The last place that was heard of in a conversation. */
  public long last(String conversation) {
    return last.getOrDefault(conversation, 0L);
  }

  /** Whether the desk is there. */
  public boolean isSeated() {
    return isSeated;
  }

  /** How often the line was opened anew. */
  public int reconnects() {
    return Math.max(0, lines.get() - 1);
  }

  /** Leaves the desk. */
  @Override
  public void close() {
    isClosed = true;
    var open = socket;
    if (open != null) {
      open.close();
    }
  }
}
