package dev.hotdesk.bench.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A customer with the shop's page open: comes back by itself when the line breaks, and says again
 * what was not acknowledged. Safe for many threads.
 */
public final class CustomerClient implements AutoCloseable {

  private static final Duration FIRST_WELCOME = Duration.ofSeconds(60);

  private final Doors doors;
  private final String origin;
  private final String lang;
  private final Ledger ledger = new Ledger();
  private final CustomerLog log = new CustomerLog(ledger);
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger welcomes = new AtomicInteger();
  private final ReentrantLock order = new ReentrantLock();
  private final Backoff backoff = new Backoff();
  private final Diary diary = new Diary();
  private volatile Web web;
  private volatile Token token;
  private volatile @Nullable Socket socket;
  private volatile boolean isWelcome;
  private volatile boolean isClosed;
  private volatile long heartbeat = 25;

  private CustomerClient(Doors doors, String origin, String lang, Token token) {
    this.doors = doors;
    this.web = doors.next();
    this.origin = origin;
    this.lang = lang;
    this.token = token;
  }

  /** A new customer on a page of this origin, connected. */
  public static CustomerClient connect(Web web, String origin, String lang) {
    return resume(web, origin, lang, Token.fetch(web, origin, ""));
  }

  /** The same, on a page that knows all these addresses. */
  public static CustomerClient connect(Doors doors, String origin, String lang) {
    return resume(doors, origin, lang, Token.fetch(doors.next(), origin, ""));
  }

  /** A customer who comes back with a token, and knows nothing else. */
  public static CustomerClient resume(Web web, String origin, String lang, Token token) {
    return resume(Doors.of(web), origin, lang, token);
  }

  /** The same, who comes back to any of these after each broken line. */
  public static CustomerClient resume(Doors doors, String origin, String lang, Token token) {
    var client = new CustomerClient(doors, origin, lang, token);
    Thread.ofVirtual().name("customer").start(client::stay);
    if (!client.await(() -> client.isWelcome, FIRST_WELCOME)) {
      client.close();
      throw new IllegalStateException("Not welcome: " + client.errors());
    }
    return client;
  }

  private void stay() {
    while (!isClosed) {
      try {
        visit();
      } catch (RuntimeException e) { // whatever it was, a customer tries again
        isWelcome = false;
        diary.note(e.toString());
      }
      pause();
      web = doors.next();
    }
  }

  private void visit() {
    int line = lines.incrementAndGet();
    log.connected();
    var opened =
        Socket.open(
            web.socket("/ws/customer"), Map.of("Origin", origin), frame -> note(frame, line));
    socket = opened;
    opened.send(Frame.of("hello", "token", token.token(), "after", log.last(), "lang", lang));
    var end = attend(opened);
    isWelcome = false;
    diary.note("closed " + end.code() + " " + end.reason());
    if (end.code() == 4401 && !isClosed) {
      token = Token.fetch(web, origin, token.token());
    }
  }

  /** Waits for the end of the socket, and ends it when the other side has fallen silent. */
  private Socket.Closing attend(Socket opened) {
    while (true) {
      try {
        return opened.closing().get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (opened.silence().toSeconds() > heartbeat * 5 / 2) {
          opened.cut();
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new SocketException("Gone", e);
      }
    }
  }

  private void pause() {
    if (!isClosed) {
      try {
        Thread.sleep(backoff.pause());
      } catch (InterruptedException e) {
        isClosed = true;
      }
    }
  }

  private void note(Frame frame, int line) {
    if (line != lines.get()) {
      return; // a late word over a line that was given up
    }
    if (!frame.type().equals("message")) {
      diary.note(frame.toString());
    }
    switch (frame.type()) {
      case "welcome" -> {
        heartbeat = Math.max(1, frame.number("heartbeat"));
        backoff.reset();
        welcomes.incrementAndGet();
        sayAgain();
      }
      case "ping" -> answer(Frame.of("pong"));
      case "bye" -> backoff.ask(frame.number("retry_after_ms"));
      case "error" -> retryLater(frame);
      default -> {}
    }
    log.note(frame);
  }

  private void sayAgain() {
    order.lock();
    try {
      isWelcome = true;
      log.unpromised().forEach(this::answer);
    } finally {
      order.unlock();
    }
  }

  private void retryLater(Frame error) {
    var isPassing = List.of("busy", "not_stored", "rate", "channel").contains(error.text("code"));
    if (isPassing && !error.text("id").isEmpty()) {
      Thread.ofVirtual()
          .start(
              () -> {
                pause();
                sayAgain();
              });
    }
  }

  private void answer(Frame frame) {
    diary.note("sends " + frame);
    var open = socket;
    if (open != null && !open.closing().isDone()) {
      try {
        open.send(frame);
      } catch (SocketException e) {
        open.cut();
      }
    }
  }

  /** Says something, and returns its id at once. While the line is broken, it is kept. */
  public String say(String text) {
    var id = nextId();
    say(id, text);
    return id;
  }

  /** An id for words that are yet to be said. */
  public String nextId() {
    return "c-" + count.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
  }

  /** Says something under this id, with more fields perhaps, given as name, value. */
  public void say(String id, String text, Object... fields) {
    order.lock();
    try {
      var frame = log.say(id, text, fields);
      if (isWelcome) {
        answer(frame);
      }
    } finally {
      order.unlock();
    }
  }

  /** How long something said waited for its promise. */
  public Duration waited(String id) {
    return log.waited(id);
  }

  /** The longest that anything said waited for its promise, broken lines and all. */
  public Duration longestWait() {
    return log.longestWait();
  }

  /** Where the client is at present. */
  public Web web() {
    return web;
  }

  /** Says something and waits for how it ends; empty if nothing happens in time. */
  public Optional<Answered> ask(String text, Duration patience) {
    return log.awaitAnswer(say(text), patience);
  }

  /** Waits until this is promised to be stored. */
  public Optional<Long> awaitPromise(String id, Duration patience) {
    return log.awaitPromise(id, patience);
  }

  /** Waits for how this ended. */
  public Optional<Answered> awaitAnswer(String id, Duration patience) {
    return log.awaitAnswer(id, patience);
  }

  /** Waits for something that can be read from this client. */
  public boolean await(BooleanSupplier wanted, Duration patience) {
    return log.await(() -> wanted.getAsBoolean() ? Boolean.TRUE : null, patience).isPresent();
  }

  /** Sends a frame that needs no keeping, such as {@code page} or {@code identify}. */
  public void send(Frame frame) {
    answer(frame);
  }

  /** The ids of what was said and is not promised, in order. */
  public List<String> owed() {
    return log.unpromised().stream().map(it -> it.text("id")).toList();
  }

  /** All that was heard, in order. */
  public List<Message> messages() {
    return List.copyOf(log.messages());
  }

  /** The last seq that was heard of. */
  public long last() {
    return log.last();
  }

  /** Who serves, as far as the customer was told. */
  public String state() {
    return log.state();
  }

  /** Why the state last changed, or empty. */
  public String reason() {
    return log.reason();
  }

  /** Who the shop says the customer is, or empty. */
  public String customer() {
    return log.customer();
  }

  /** All error frames so far. */
  public List<Frame> errors() {
    return log.errors();
  }

  /** How often the line broke and came back. */
  public int reconnects() {
    return Math.max(0, welcomes.get() - 1);
  }

  /** What was said, promised and heard. */
  public Ledger ledger() {
    return ledger;
  }

  /** What lately became of the line. */
  public String diary() {
    return diary.toString();
  }

  /** The key to the conversation. */
  public Token token() {
    return token;
  }

  /** Breaks the line; the client comes back by itself. */
  public void cut() {
    var open = socket;
    if (open != null) {
      open.cut();
    }
  }

  /** Leaves the page. */
  @Override
  public void close() {
    isClosed = true;
    var open = socket;
    if (open != null) {
      open.close();
    }
  }
}
