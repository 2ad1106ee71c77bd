package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.stream.Allowance;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.server.stream.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One operator's WebSocket. Frames are handled one after another on borrowed threads. */
final class OperatorConnection implements Heartbeat.Beating {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorConnection.class);
  private static final int MOST_FRAMES_A_SECOND = 50;
  private static final long BETWEEN_LOOKS = Duration.ofMinutes(1).toNanos();

  private final Operator operator;
  private final LogIn logIn;
  private final RoomParts parts;
  private final Room room;
  private final Vitals vitals;
  private final OperatorOutlet outlet;
  private final OperatorCommands commands;
  private final Pump inward;
  private final ArrayBlockingQueue<String> received =
      new ArrayBlockingQueue<>(2 * MOST_FRAMES_A_SECOND);
  private final Allowance allowance;
  private volatile boolean closed;
  private volatile boolean active;
  private long looked;

  OperatorConnection(Operator operator, LogIn logIn, Wire wire, RoomParts parts, Room room) {
    var now = System.nanoTime();
    this.operator = operator;
    this.logIn = logIn;
    this.looked = now;
    this.parts = parts;
    this.room = room;
    this.vitals = new Vitals(now);
    this.allowance = new Allowance(MOST_FRAMES_A_SECOND, Duration.ofSeconds(1), now);
    this.outlet = new OperatorOutlet(wire, parts, vitals, operator.maySupervise());
    this.commands = new OperatorCommands(operator, parts, room, outlet);
    this.inward = new Pump(parts.executor(), this::handleReceived);
  }

  /** The log-in that the socket was opened with. */
  interface LogIn {

    /** Whether it has not ended, given whether it was used since. Blocks for the database. */
    boolean holds(boolean used);
  }

  /** Shows the desk. Blocks for the database, so not to be called by the socket's thread. */
  void open() {
    parts.heartbeat().add(this);
    room.enter(this);
    if (closed) {
      closed();
    }
  }

  Operator operator() {
    return operator;
  }

  /** Called by the socket's thread, one frame after another; does not block. */
  void receive(String frame) {
    var now = System.nanoTime();
    vitals.heard(now);
    if (!allowance.take(now)) {
      outlet.say(Frames.error("rate", "Too many frames.", Frame.idIn(frame)));
    } else if (!received.offer(frame)) {
      outlet.say(Frames.error("busy", "Send it again later.", Frame.idIn(frame)));
    } else {
      inward.wake();
    }
  }

  /** A binary frame came, whatever is in it. Does not block. */
  void receiveBinary() {
    var now = System.nanoTime();
    vitals.heard(now);
    outlet.say(
        allowance.take(now) ? Frames.NOT_TEXT : Frames.error("rate", "Too many frames.", ""));
  }

  void closed() {
    closed = true;
    parts.heartbeat().remove(this);
    room.leave(this);
    commands.close();
    outlet.stop();
  }

  /** The desk comes before everything else. */
  void show(String desk) {
    outlet.begin(desk);
  }

  void noticed(String frame) {
    outlet.say(frame);
  }

  /** Something changed; or somebody only said something. */
  void changed(String conversation, OnceEncoded card, boolean isChatter) {
    if (isChatter && !outlet.follows(conversation)) {
      outlet.chatted(conversation, card);
    } else {
      outlet.changed(conversation, card);
    }
  }

  void operatorsChanged(OnceEncoded operators) {
    outlet.operatorsChanged(operators);
  }

  void offer(String conversation, List<Logged> entries) {
    outlet.offer(conversation, entries);
  }

  void customerTypes(String conversation, String frame) {
    if (outlet.follows(conversation)) {
      outlet.say(frame);
    }
  }

  /** They may not be here any longer. */
  void dismiss() {
    outlet.end(Frames.error("forbidden", "Log in again.", ""), 4401, "logged out");
  }

  @Override
  public void beat(long now) {
    outlet.tellChatter();
    if (now - looked > BETWEEN_LOOKS) {
      looked = now;
      parts.executor().execute(this::lookAtLogIn);
    }
    switch (vitals.need(now)) {
      case NOTHING -> {}
      case PING -> outlet.say(Frames.PING);
      case SILENT -> outlet.cut(1001, "silent");
      case STUCK -> outlet.cut(1013, "too slow");
    }
  }

  @Override
  public String orphaned(long now) {
    return outlet.isOpen() ? "" : "the closed socket of operator " + operator.login();
  }

  @Override
  public void leave(long retryAfterMillis) {
    outlet.endHere(Frames.bye(retryAfterMillis), 1001, "the server goes down");
  }

  private void lookAtLogIn() {
    var used = active;
    active = false;
    try {
      if (!logIn.holds(used)) {
        dismiss();
      }
    } catch (RuntimeException e) {
      if (used) {
        active = true;
      }
      LOG.warn("Nobody knows whether {} is still logged in: {}", operator.login(), e.getMessage());
    }
  }

  private void handleReceived() {
    for (var text = received.poll(); text != null && !closed; text = received.poll()) {
      // A heart beats by itself; all else is somebody at work.
      if (!text.equals(Frames.PING) && !text.equals(Frames.PONG)) {
        active = true;
      }
      if (Frame.isTooLong(text)) {
        outlet.say(Frames.error("too_long", "At most " + Frame.MOST_BYTES + " bytes.", ""));
      } else {
        commands.handle(text);
      }
    }
  }
}
