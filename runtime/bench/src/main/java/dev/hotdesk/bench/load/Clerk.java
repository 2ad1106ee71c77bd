package dev.hotdesk.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One operator of a crowd: takes the customers that are meant for them, and answers each remark at
 * once. Used on the crowd's thread only.
 */
final class Clerk implements FrameLine.Ears {

  /** An operator may send 50 frames a second; each customer who is taken costs two. */
  private static final long BETWEEN_TAKES_MILLIS = 60;

  private static final long AGAIN_MILLIS = 300;

  private final Place place;
  private final String cookie;
  private final int number;
  private final ObjIntConsumer<String> showing;
  private final Map<String, Visitor> customers = new HashMap<>();
  private final Map<String, Visitor> answering = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable FrameLine line;
  private boolean seated;
  private int taken;
  private long cards;

  /**
   * Not there yet.
   *
   * @param showing is told each remark, by its number, that the desk shows as a conversation's
   *     last, or whose answer it shows
   */
  Clerk(Place place, int number, String cookie, ObjIntConsumer<String> showing) {
    this.showing = showing;
    this.place = place;
    this.number = number;
    this.cookie = cookie;
  }

  /** Sits down at the desk. */
  void come() {
    var node = place.node(number);
    line =
        new FrameLine(
            place.loop(),
            place.from(place.addresses() + number),
            node,
            place.handshake(
                "/ws/operator",
                node,
                "Cookie: %s\r\nOrigin: http://%s:%d\r\n"
                    .formatted(cookie, node.getHostString(), node.getPort())),
            this);
  }

  /** Takes these customers, one after another. */
  void take(List<Visitor> mine) {
    long wait = 0;
    for (var visitor : mine) {
      customers.put(visitor.conversation(), visitor);
      place.loop().in(wait, () -> ask("take", visitor.conversation(), ""));
      wait += BETWEEN_TAKES_MILLIS;
    }
  }

  private void ask(String type, String conversation, String more) {
    send(
        "{\"type\":\"%s\",\"id\":\"%s_%s\",\"conversation\":\"%s\"%s}"
            .formatted(type, type, conversation, conversation, more));
  }

  @Override
  public void opened() {}

  @Override
  public void frame(String frame) {
    switch (Fields.text(frame, "type")) {
      case "desk" -> seated = true;
      case "conversation" -> {
        cards++;
        var last = Fields.text(frame, "last"); // an answer covers the remark that it is given to
        int remark = Math.max(Words.remarked(last), Words.answered(last));
        if (remark >= 0) {
          showing.accept(Fields.text(frame, "conversation"), remark);
        }
      }
      case "entry" -> heard(frame);
      case "ack" -> acknowledged(frame);
      case "error" -> refused(frame);
      case "ping" -> send("{\"type\":\"pong\"}");
      default -> {}
    }
  }

  private void heard(String frame) {
    var visitor = customers.get(Fields.text(frame, "conversation"));
    var answer = Words.answer(Fields.text(frame, "text"));
    if (visitor != null && !answer.isEmpty() && Fields.text(frame, "from").equals("customer")) {
      answer(visitor, answer);
    }
  }

  private void answer(Visitor visitor, String answer) {
    var id = "a." + visitor.number() + "." + answer.substring(2);
    answering.put(id, visitor);
    send(
        "{\"type\":\"say\",\"id\":\"%s\",\"conversation\":\"%s\",\"text\":\"%s\"}"
            .formatted(id, visitor.conversation(), answer));
  }

  private void acknowledged(String frame) {
    var id = Fields.text(frame, "id");
    if (id.startsWith("take_")) {
      ask("open", id.substring(5), ",\"after\":0");
    } else if (id.startsWith("open_")) {
      taken++;
    } else {
      var visitor = answering.remove(id);
      if (visitor != null) {
        visitor
            .books()
            .answered(Fields.number(frame, "seq"), "a " + id.substring(id.lastIndexOf('.') + 1));
      }
    }
  }

  private void refused(String frame) {
    var id = Fields.text(frame, "id");
    var code = Fields.text(frame, "code");
    place.tally().error("operator " + code);
    var visitor = answering.get(id);
    if (visitor != null) {
      place
          .loop()
          .in(AGAIN_MILLIS, () -> answer(visitor, "a " + id.substring(id.lastIndexOf('.') + 1)));
    } else if (id.indexOf('_') > 0 && (code.equals("busy") || code.equals("rate"))) {
      place
          .loop()
          .in(
              AGAIN_MILLIS,
              () ->
                  ask(
                      id.substring(0, id.indexOf('_')),
                      id.substring(id.indexOf('_') + 1),
                      id.startsWith("open") ? ",\"after\":0" : ""));
    } else {
      faults.add(frame);
    }
  }

  @Override
  public void ended(int code, String why) {
    line = null;
    faults.add("the desk closed with %d %s".formatted(code, why));
  }

  private void send(String frame) {
    if (line != null) {
      line.send(frame);
    }
  }

  boolean isSeated() {
    return seated;
  }

  /** How many customers this operator serves and sees. */
  int taken() {
    return taken;
  }

  /** How many changes of the desk came in. */
  long cards() {
    return cards;
  }

  /** What should not have happened. */
  List<String> faults() {
    return faults;
  }

  void leave() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
