package dev.hotdesk.bench.load;

import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One customer of a crowd: asks for a token, shakes hands, says hello, and comes back with growing
 * pauses when turned away or cut off, as docs/protocol.md asks of a client. Used on the crowd's
 * thread only.
 */
final class Visitor implements FrameLine.Ears {

  private static final long PATIENCE_MILLIS = 20_000;
  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 15_000;

  private final Place place;
  private final int number;
  private final InetSocketAddress from;
  private final Watch watch;
  private final Books books = new Books();
  private String token;
  private @Nullable Exchange asking;
  private @Nullable FrameLine line;
  private int attempt;
  private int visits;
  private boolean here;
  private boolean left;
  private long hinted = -1;
  private long pause = FIRST_PAUSE;
  private long arrived;

  /** Who hears how a customer fares. */
  interface Watch {

    void welcome(Visitor visitor);

    void acknowledged(Visitor visitor, int number);

    /** A message, or a change of state: then that is the text, and it is from {@code state}. */
    void heard(Visitor visitor, String from, String text);
  }

  Visitor(Place place, int number, Watch watch) {
    this(place, number, watch, "");
  }

  private Visitor(Place place, int number, Watch watch, String token) {
    this.place = place;
    this.number = number;
    this.from = place.from(number);
    this.watch = watch;
    this.token = token;
  }

  /** Another window of the same customer, with books of its own. */
  Visitor again(int as, Watch other) {
    return new Visitor(place, as, other, token);
  }

  /** Comes now; it was to come at that time. */
  void come(long scheduled) {
    arrived = scheduled;
    attempt();
  }

  private void attempt() {
    if (left) {
      return;
    }
    int mine = ++attempt;
    visits++;
    place.loop().in(PATIENCE_MILLIS, () -> giveUp(mine));
    if (token.isEmpty()) {
      asking =
          Exchange.post(
              place.loop(),
              from,
              place.node(number + visits),
              "/api/customer/token",
              place.origin(),
              "{}",
              this::given);
    } else {
      shake();
    }
  }

  private void given(int status, int retryAfter, String body) {
    asking = null;
    if (status == 200) {
      token = Fields.text(body, "token");
      books.opened(Fields.text(body, "conversation"));
      shake();
    } else {
      turnedAway("token " + status, retryAfter < 0 ? -1 : retryAfter * 1000L);
    }
  }

  private void shake() {
    var node = place.node(number + visits);
    hinted = -1;
    line =
        new FrameLine(
            place.loop(),
            from,
            node,
            place.handshake("/ws/customer", node, "Origin: " + place.origin() + "\r\n"),
            this);
  }

  @Override
  public void opened() {
    send(
        "{\"type\":\"hello\",\"token\":\"%s\",\"after\":%d,\"lang\":\"%s\"}"
            .formatted(token, books.last(), Words.isEnglish(number) ? "en" : "zh"));
  }

  @Override
  public void frame(String frame) {
    switch (Fields.text(frame, "type")) {
      case "message" -> {
        books.heard(Fields.number(frame, "seq"), place.tally());
        watch.heard(this, Fields.text(frame, "from"), Fields.text(frame, "text"));
      }
      case "state" -> {
        books.heard(Fields.number(frame, "seq"), place.tally());
        watch.heard(this, "state", Fields.text(frame, "state"));
      }
      case "ack" -> {
        int said = Integer.parseInt(Fields.text(frame, "id").substring(1));
        if (books.promised(said, Fields.number(frame, "seq"), place.tally())) {
          watch.acknowledged(this, said);
        }
      }
      case "welcome" -> welcome();
      case "ping" -> send("{\"type\":\"pong\"}");
      case "bye" -> hinted = Fields.number(frame, "retry_after_ms");
      case "error" -> refused(frame);
      default -> {}
    }
  }

  private void welcome() {
    attempt++;
    here = true;
    pause = FIRST_PAUSE;
    place.tally().welcome(System.nanoTime() - arrived);
    for (int owed : books.owed()) {
      tell(owed);
    }
    watch.welcome(this);
  }

  /** What the server refuses is said again, after the pause that it asks for. */
  private void refused(String frame) {
    var code = Fields.text(frame, "code");
    place.tally().error(code);
    var id = Fields.text(frame, "id");
    if (id.startsWith("m")) {
      long hint = Fields.number(frame, "retry_after_ms");
      int said = Integer.parseInt(id.substring(1));
      books.refused(said);
      place.tally().refused("say " + code, hint > 0);
      place.loop().in(pauseAfter(hint > 0 ? hint : -1), () -> tell(said));
    }
  }

  @Override
  public void ended(int code, String why) {
    line = null;
    var wasHere = here;
    here = false;
    if (wasHere) {
      arrived = System.nanoTime();
    }
    turnedAway("socket %d %s".formatted(code, why), hinted);
  }

  private void giveUp(int mine) {
    if (mine == attempt && !left) {
      hangUp();
      turnedAway("no answer within %d s".formatted(PATIENCE_MILLIS / 1000), -1);
    }
  }

  private void turnedAway(String why, long hint) {
    if (left) {
      return;
    }
    attempt++;
    place.tally().refused(why, hint >= 0);
    place.loop().in(pauseAfter(hint), this::attempt);
  }

  private long pauseAfter(long hint) {
    long base = Math.max(hint, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    return hint >= 0
        ? hint + ThreadLocalRandom.current().nextLong(1 + Math.max(hint / 2, FIRST_PAUSE))
        : base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1);
  }

  /** Says one thing more, now or as soon as it is back; gives its number. */
  int say() {
    int said = books.say();
    tell(said);
    return said;
  }

  private void tell(int said) {
    if (here) {
      send(
          "{\"type\":\"say\",\"id\":\"%s\",\"text\":\"%s\"}"
              .formatted(Words.id(said), said == 0 ? Words.question(number) : Words.remark(said)));
    }
  }

  private void send(String frame) {
    var open = line;
    if (open != null) {
      open.send(frame);
    }
  }

  boolean isHere() {
    return here;
  }

  int number() {
    return number;
  }

  String token() {
    return token;
  }

  String conversation() {
    return books.conversation();
  }

  Books books() {
    return books;
  }

  /** The line breaks; comes back at that time, without a pause. */
  void cut(long backAt) {
    hangUp();
    here = false;
    place.loop().at(backAt, () -> come(backAt));
  }

  private void hangUp() {
    if (asking != null) {
      asking.cut();
      asking = null;
    }
    if (line != null) {
      line.cut();
      line = null;
    }
  }

  /** Goes for good. */
  void leave() {
    left = true;
    here = false;
    hangUp();
  }
}
