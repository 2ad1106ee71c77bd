package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An operator at the desk, over one socket that is not reopened. Safe for many threads. */
public final class OperatorClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Map<String, Frame> conversations = new ConcurrentHashMap<>();
  private final Map<String, Frame> operators = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentSkipListMap<Long, Frame>> entries = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Frame>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<Frame> desk = new CompletableFuture<>();
  private final AtomicInteger count = new AtomicInteger();
  private final String run = "-" + Long.toString(System.nanoTime(), 36);
  private final Socket socket;

  private OperatorClient(Staff staff) {
    socket =
        Socket.open(
            staff.web().socket("/ws/operator"),
            Map.of("Cookie", staff.cookie(), "Origin", staff.web().origin()),
            this::note);
  }

  /** Sits down at the desk. */
  public static OperatorClient connect(Staff staff) {
    var client = new OperatorClient(staff);
    client.wait(client.desk, "the desk");
    return client;
  }

  private void note(Frame frame) {
    switch (frame.type()) {
      case "desk" -> {
        frame.parts("conversations").forEach(it -> conversations.put(it.text("conversation"), it));
        seat(frame);
        desk.complete(frame);
      }
      case "operators" -> seat(frame);
      case "conversation" -> conversations.put(frame.text("conversation"), frame);
      case "entry" ->
          entries
              .computeIfAbsent(frame.text("conversation"), _ -> new ConcurrentSkipListMap<>())
              .put(frame.number("seq"), frame);
      case "ack", "error" -> {
        var waiting = asked.remove(frame.text("id"));
        if (waiting != null) {
          waiting.complete(frame);
        }
      }
      case "ping" -> socket.send(Frame.of("pong"));
      default -> {}
    }
  }

  private void seat(Frame frame) {
    frame.parts("operators").forEach(it -> operators.put(it.text("login"), it));
  }

  /**
   * Does something at the desk.
   *
   * @return the server's {@code ack}
   * @throws RefusedException with the error's code
   */
  public Frame act(String type, String conversation, Object... fields) {
    var request =
        Frame.of(type, "id", "o-" + count.incrementAndGet() + run, "conversation", conversation)
            .with(fields);
    var answer = new CompletableFuture<Frame>();
    asked.put(request.text("id"), answer);
    socket.send(request);
    var frame = wait(answer, "an answer to " + type);
    if (frame.type().equals("error")) {
      throw new RefusedException(frame.text("code"), frame.text("message"));
    }
    return frame;
  }

  private <T> T wait(CompletableFuture<T> coming, String what) {
    try {
      return coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Waited in vain for " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + what, e);
    }
  }

  /** Asks for all entries of a conversation, and each new one. */
  public void open(String conversation) {
    act("open", conversation, "after", 0);
  }

  /** What is known of a conversation; empty if nothing. */
  public Frame conversation(String id) {
    return conversations.getOrDefault(id, Frame.body());
  }

  /** What is known of an operator; empty if nothing. */
  public Frame operator(String login) {
    return operators.getOrDefault(login, Frame.body());
  }

  /** All entries so far of a conversation that is open, in order. */
  public List<Frame> entries(String conversation) {
    return List.copyOf(
        new TreeMap<>(entries.getOrDefault(conversation, new ConcurrentSkipListMap<>())).values());
  }

  /** Waits until a conversation is like that; false if it is not in time. */
  public boolean awaitConversation(String id, Predicate<Frame> like, Duration patience) {
    return await(() -> like.test(conversation(id)) ? Optional.of(true) : Optional.empty(), patience)
        .isPresent();
  }

  /** Waits for an entry like that in an open conversation. */
  public Optional<Frame> awaitEntry(String id, Predicate<Frame> like, Duration patience) {
    return await(() -> entries(id).stream().filter(like).findFirst(), patience);
  }

  private static <T> Optional<T> await(
      java.util.function.Supplier<Optional<T>> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = wanted.get();
      if (found.isPresent() || System.nanoTime() > end) {
        return found;
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }

  /** Leaves the desk. */
  @Override
  public void close() {
    socket.close();
  }
}
