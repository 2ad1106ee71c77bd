package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.server.stream.Allowance;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One customer's WebSocket. Frames are handled one after another on borrowed threads, never on the
 * socket's own; what goes out goes through one {@link CustomerOutlet}.
 */
final class CustomerConnection implements Hub.Listener, Heartbeat.Beating {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerConnection.class);
  private static final Duration HELLO = Duration.ofSeconds(10);

  private final GatewayParts parts;
  private final CustomerOutlet outlet;
  private final Vitals vitals;
  private final Pump inward;
  private final ArrayBlockingQueue<Received> received =
      new ArrayBlockingQueue<>(2 * GatewayParts.MOST_FRAMES_A_SECOND);
  private final SpokenOrder order = new SpokenOrder();
  private final Allowance beforeHello;
  private final long opened;
  private volatile @Nullable String conversation;
  private volatile Language language = Language.ZH;
  private volatile String store = "";
  private volatile boolean closed;
  private long letIn;

  CustomerConnection(Wire wire, GatewayParts parts) {
    this.parts = parts;
    this.opened = System.nanoTime();
    this.vitals = new Vitals(opened);
    this.beforeHello =
        new Allowance(GatewayParts.MOST_FRAMES_A_SECOND, Duration.ofSeconds(1), opened);
    this.outlet = new CustomerOutlet(wire, parts, vitals);
    this.inward = new Pump(parts.executor(), this::handleReceived);
    parts.heartbeat().add(this);
  }

  /** A frame, which of all it is, and whether it was counted among those of its conversation. */
  private record Received(String text, long number, boolean counted) {}

  /** A frame came. Called by the socket's thread, one frame after another; does not block. */
  void receive(String frame) {
    var now = System.nanoTime();
    vitals.heard(now);
    var id = conversation;
    if (!(id == null ? beforeHello.take(now) : isAllowed(id))) {
      order.turnedAway(Frame.idIn(frame), letIn);
      outlet.say(CustomerFrames.tooMany(frame));
    } else if (!received.offer(new Received(frame, letIn + 1, id != null))) {
      order.turnedAway(Frame.idIn(frame), letIn);
      outlet.say(Frames.error("busy", "Send it again later.", Frame.idIn(frame)));
    } else {
      letIn++;
      inward.wake();
    }
  }

  /** A binary frame came, whatever is in it. Does not block. */
  void receiveBinary() {
    var now = System.nanoTime();
    vitals.heard(now);
    var id = conversation;
    outlet.say(
        (id == null ? beforeHello.take(now) : isAllowed(id))
            ? Frames.NOT_TEXT
            : CustomerFrames.tooMany(""));
  }

  /** The socket is closed. */
  void closed() {
    closed = true;
    parts.heartbeat().remove(this);
    var id = conversation;
    if (id != null) {
      parts.hub().forget(id, this);
    }
    outlet.stop();
  }

  @Override
  public void committed(Conversation now, List<Logged> entries) {
    outlet.offer(entries);
  }

  @Override
  public void operatorTypes(boolean on) {
    outlet.typing(on);
  }

  @Override
  public void operatorsAt(Mark mark) {
    outlet.operatorsAt(mark);
  }

  @Override
  public void queued(Place place) {
    outlet.queued(place);
  }

  @Override
  public void beat(long now) {
    // Whose hello waits for us has said it.
    if (conversation == null && received.isEmpty() && now - opened > HELLO.toNanos()) {
      outlet.end(Frames.error("hello", "Nobody said hello.", ""), 4408, "no hello");
      return;
    }
    switch (vitals.need(now)) {
      case NOTHING -> {}
      case PING -> outlet.say(Frames.PING);
      case SILENT -> outlet.cut(1001, "silent");
      case STUCK -> outlet.cut(1013, "too slow; resume");
    }
  }

  @Override
  public String orphaned(long now) {
    if (!outlet.isOpen()) {
      return "the closed socket of " + (conversation == null ? "nobody" : conversation);
    }
    return conversation == null && now - opened > 3 * HELLO.toNanos()
        ? "a socket without a hello"
        : "";
  }

  @Override
  public void leave(long retryAfterMillis) {
    outlet.endHere(Frames.bye(retryAfterMillis), 1001, "the server goes down");
  }

  private void handleReceived() {
    // What is being handled is still in the queue, so that an empty one says that nothing waits.
    for (var next = received.peek(); next != null && !closed; next = received.peek()) {
      try {
        handle(next);
      } finally {
        received.remove();
      }
    }
  }

  private void handle(Received next) {
    var frame = next.text();
    try {
      var id = conversation;
      if (next.counted() || id == null || isAllowed(id)) {
        handle(frame, next.number());
      } else {
        order.turnedAway(Frame.idIn(frame), next.number());
        outlet.say(CustomerFrames.tooMany(frame));
      }
    } catch (MalformedFrameException e) {
      outlet.say(Frames.error("malformed", String.valueOf(e.getMessage()), Frame.idIn(frame)));
    } catch (JournalUnavailableException e) {
      LOG.warn("A customer has to wait: {}", e.getMessage());
      outlet.end(Frames.bye(3_000), 1013, "no storage");
    } catch (RuntimeException e) {
      LOG.error("A frame could not be handled", e);
      order.turnedAway(Frame.idIn(frame), next.number());
      outlet.say(Frames.error("busy", "Send it again later.", Frame.idIn(frame)));
    }
  }

  private void handle(String text, long number) {
    var id = conversation;
    if (Frame.isTooLong(text)) {
      outlet.say(Frames.error("too_long", "At most " + Frame.MOST_BYTES + " bytes.", ""));
      return;
    }
    var frame = Frame.parse(text);
    switch (frame.type()) {
      case "ping" -> outlet.say(Frames.PONG);
      case "pong" -> {}
      case "hello" -> hello(frame);
      default -> {
        if (id == null) {
          outlet.end(Frames.error("hello", "Say hello first.", ""), 4400, "no hello");
        } else {
          arrive(id);
          take(id, frame, number, text);
        }
      }
    }
  }

  /** Words wait until those before them are stored; the thread is borrowed, and many there are. */
  private void take(String id, Frame frame, long number, String text) {
    if (!frame.type().equals("say")) {
      parts.ingress().take(id, text, language).thenAccept(this::answer);
      return;
    }
    var said = frame.idOrEmpty();
    if (order.isNext(said, number, System.nanoTime())) {
      var answered = parts.ingress().take(id, text, language).toCompletableFuture().join();
      order.answered(said, answered, System.nanoTime());
      answer(answered);
    } else {
      outlet.say(Frames.error("busy", SpokenOrder.FIRST, said));
    }
  }

  private void answer(Answered answered) {
    answered.frame().ifPresent(outlet::say);
  }

  private void hello(Frame frame) {
    if (conversation != null) {
      throw new MalformedFrameException("hello: once is enough");
    }
    var after = Math.max(0, frame.number("after", 0));
    language = frame.text("lang", "zh").equals("en") ? Language.EN : Language.ZH;
    store = Words.store(frame.text("store", ""));
    var id = parts.tokens().conversation(frame.text("token")).orElse(null);
    if (id == null) {
      outlet.end(Frames.error("token", "Get a new token.", ""), 4401, "token");
      return;
    }
    // In this order nothing is missed: first listen, then read how far the log goes.
    var feed = outlet.follow(id, after);
    parts.hub().listen(id, this);
    conversation = id;
    if (closed) {
      parts.hub().forget(id, this);
      return;
    }
    var found = parts.journal().find(id);
    var last = found.map(one -> one.session().lastSequence()).orElse(0L);
    var state = found.map(one -> one.session().state().word()).orElse("bot");
    outlet.say(CustomerFrames.welcome(id, last, state));
    feed.reaches(last);
    if (last > 0) {
      outlet.operatorsAt(parts.watermarks().of(id, Side.OPERATOR));
    }
    parts.places().of(id).ifPresent(outlet::queued);
    outlet.begin();
  }

  /** Tells once where the customer came in, before their first words. */
  private void arrive(String id) {
    var where = store;
    if (where.isEmpty()) {
      return;
    }
    store = "";
    parts
        .ingress()
        .arrived(id, where)
        .thenAccept(
            receipt -> {
              if (receipt instanceof Receipt.Refused) {
                store = where;
              }
            });
  }

  private boolean isAllowed(String id) {
    return parts.allowances().take(id).isZero();
  }
}
