package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.Pump;
import dev.hotdesk.session.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How news gets from server to server: through Redis at once, if it is there, and by looks into the
 * database, which find what got lost. Without Redis the looks are all there is, so there are more.
 */
final class Exchange {

  private static final String MUTE = "mute";
  private static final long SELDOM = Duration.ofSeconds(5).toNanos();
  private static final long THOROUGH = Duration.ofSeconds(30).toNanos();

  /** So many checks later the others have heard that they must look, and have looked. */
  private static final int HEARD = 3;

  /** Said by a server at which somebody has come or gone. */
  private static final String SEATS = "seats";

  private static final Duration LEASE = Duration.ofSeconds(Leases.SECONDS);

  private final Membership membership;
  private final Reconciliation reconciliation;
  private final Optional<Ears> ears;
  private final Optional<Bulletin> bulletin;
  private final Optional<Hearsay> hearsay;
  private final Optional<Changes> changes;
  private final Optional<SharedQuestions> questions;
  private final SqlSeats seats;
  private final Here here;
  private final Pump looking;
  private long quick = System.nanoTime();
  private long thorough = quick;
  private int muteChecks;
  private volatile boolean isThoroughDue;
  private volatile boolean isQuickDue;

  Exchange(
      Membership membership,
      Reconciliation reconciliation,
      Optional<RedisLine> line,
      String node,
      String holder,
      SqlSeats seats,
      Here here,
      Executor executor) {
    this.membership = membership;
    this.reconciliation = reconciliation;
    this.seats = seats;
    this.here = here;
    this.looking = new Pump(executor, seats::look);
    seats.whenWritten(() -> tell(SEATS));
    this.questions = line.map(it -> new SharedQuestions(it, node, LEASE, here, executor));
    this.hearsay = line.map(it -> new Hearsay(it, holder, here, executor));
    this.changes = line.map(it -> new Changes(it, holder, this::changed, executor));
    this.bulletin = line.map(it -> new Bulletin(it, holder, here, executor));
    this.ears =
        line.map(
            it ->
                new Ears(
                    it,
                    Map.of(
                        Bulletin.CHANNEL,
                        message -> bulletin.orElseThrow().heard(message),
                        Hearsay.CHANNEL,
                        message -> hearsay.orElseThrow().heard(message),
                        Changes.CHANNEL,
                        message -> changes.orElseThrow().heard(message)),
                    () -> {
                      isQuickDue = true;
                      here.missed();
                    }));
  }

  void publish(Conversation now, List<Logged> entries) {
    bulletin.ifPresent(it -> it.publish(now, entries));
  }

  /** Offers a question to all servers; false if nobody can be reached, or nobody is there. */
  boolean offer(String conversation, Ask ask) {
    return !membership.others().isEmpty()
        && questions.filter(it -> it.offer(conversation, ask)).isPresent();
  }

  /** A conversation has gone on, here or elsewhere. */
  void moved(Conversation now) {
    questions.ifPresent(it -> it.moved(now));
  }

  /** Takes questions until there is no use in it for the moment; blocks. */
  void serve() {
    if (!membership.isAlone()) {
      questions.ifPresent(SharedQuestions::serve);
    }
  }

  /** Passes on what is not stored, if there is anybody, and a way. */
  void pass(String what, String conversation, String value) {
    hearsay.filter(_ -> !membership.isAlone()).ifPresent(it -> it.pass(what, conversation, value));
  }

  /** Says to the others that what they keep at hand was changed. */
  void tell(String name) {
    changes.filter(_ -> !membership.isAlone()).ifPresent(it -> it.tell(name));
  }

  private void changed(String name) {
    if (name.equals(SEATS)) {
      looking.wake();
    } else {
      here.changed(name);
    }
  }

  /** Listens to the others until the line breaks; blocks. */
  void listen() {
    ears.ifPresent(Ears::listen);
  }

  /** Another server has come: whatever it stored while nobody looked is to be found. */
  void lookThoroughly() {
    isThoroughDue = true;
  }

  /** Looks into the database, if it is time to. Called each second by one thread. */
  void look() {
    seats.catchUp();
    if (membership.isAlone()) {
      return;
    }
    seats.look();
    var now = System.nanoTime();
    if (isThoroughDue || now - thorough >= THOROUGH) {
      isThoroughDue = false;
      thorough = now;
      quick = now;
      reconciliation.thorough();
    } else if (isQuickDue || !hearsAll() || now - quick >= SELDOM) {
      isQuickDue = false;
      quick = now;
      reconciliation.quick();
    }
  }

  private boolean hearsAll() {
    return ears.filter(Ears::areOpen).isPresent() && !membership.isSaid(MUTE);
  }

  /** Called each second or two by one thread, before the leases are renewed. */
  void check() {
    ears.ifPresent(Ears::check);
    changes.ifPresent(Changes::catchUp);
    bulletin.ifPresent(
        it -> {
          muteChecks = it.isMute() ? muteChecks + 1 : 0;
          if (muteChecks > HEARD) {
            it.speakUp();
            muteChecks = it.isMute() ? muteChecks : 0;
          }
          membership.say(MUTE, it.isMute());
        });
  }

  void close() {
    ears.ifPresent(Ears::close);
  }
}
