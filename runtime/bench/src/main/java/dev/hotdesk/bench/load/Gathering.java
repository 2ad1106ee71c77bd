package dev.hotdesk.bench.load;

import dev.hotdesk.bench.client.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A crowd that comes, talks and goes as it is told, from any thread. What it says it says at the
 * time that was planned, however the server fares, and that time is where its latencies begin.
 */
public final class Gathering implements AutoCloseable {

  private static final long LOOK_MILLIS = 100;

  private final Place place;
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<Clerk> clerks = new ArrayList<>();
  private final List<long[]> due = new ArrayList<>();
  private final Random random = new Random(20261123);
  private int planned;
  private int said;
  private int acknowledged;
  private int answered;
  private int returned;
  private final BitSet greeted = new BitSet();

  /** Nobody is there yet. */
  public Gathering(Place place) {
    this.place = place;
  }

  /**
   * What there is to count at the moment.
   *
   * @param planned what is to be said, of which some is said already
   * @param answered customers whom the bot has answered, or for whom it has called a person
   * @param returned remarks that an operator's answer has come back to
   */
  public record Standing(
      int customers,
      int here,
      int planned,
      int said,
      int acknowledged,
      int answered,
      int returned) {

    /** Whether all that was to be said is said, and promised: nothing is under way any more. */
    public boolean isPromised() {
      return said == planned && acknowledged == said;
    }
  }

  private final Visitor.Watch watch =
      new Visitor.Watch() {
        @Override
        public void welcome(Visitor visitor) {}

        @Override
        public void acknowledged(Visitor visitor, int number) {
          acknowledged++;
          place.tally().acknowledged(System.nanoTime() - due.get(visitor.number())[number]);
        }

        @Override
        public void heard(Visitor visitor, String from, String text) {
          var isAnswer = from.equals("agent") || (from.equals("state") && text.equals("waiting"));
          if (isAnswer && !greeted.get(visitor.number())) {
            greeted.set(visitor.number());
            answered++;
          }
          int number = from.equals("operator") ? Words.answered(text) : -1;
          if (number >= 0) {
            returned++;
            place.tally().wentRound(System.nanoTime() - due.get(visitor.number())[number]);
          }
        }
      };

  /**
   * So many come at chance moments within this time; returns at once.
   *
   * @param speak whether each asks the bot something as soon as it can
   */
  public void arrive(int count, Duration within, boolean speak) {
    place.loop().execute(() -> plan(count, within, speak));
  }

  private void plan(int count, Duration within, boolean speak) {
    long now = System.nanoTime();
    planned += speak ? count : 0;
    for (int i = 0; i < count; i++) {
      var visitor = new Visitor(place, visitors.size(), watch);
      visitors.add(visitor);
      due.add(new long[1]);
      long moment = now + (long) (random.nextDouble() * within.toNanos());
      place
          .loop()
          .at(
              moment,
              () -> {
                if (speak) {
                  say(visitor, moment);
                }
                visitor.come(moment);
              });
    }
  }

  private void say(Visitor visitor, long moment) {
    said++;
    int number = visitor.say();
    var times = due.get(visitor.number());
    if (number >= times.length) {
      times = Arrays.copyOf(times, number * 2);
      due.set(visitor.number(), times);
    }
    times[number] = moment;
  }

  /** Everybody asks the bot something within this time. */
  public void speak(Duration within) {
    place
        .loop()
        .execute(
            () -> {
              long now = System.nanoTime();
              planned += visitors.size();
              for (var visitor : visitors) {
                long moment = now + (long) (random.nextDouble() * within.toNanos());
                place.loop().at(moment, () -> say(visitor, moment));
              }
            });
  }

  /**
   * Remarks, so many a second, at even distances, from one customer after the other; returns at
   * once.
   */
  public void remark(double perSecond, Duration span) {
    place
        .loop()
        .execute(
            () -> {
              long begin = System.nanoTime();
              int turns = (int) (perSecond * span.toMillis() / 1000);
              planned += turns;
              remark(begin, 0, turns, 1e9 / perSecond);
            });
  }

  private void remark(long begin, long turn, long turns, double nanos) {
    if (turn < turns) {
      long moment = begin + (long) (turn * nanos);
      place
          .loop()
          .at(
              moment,
              () -> {
                say(visitors.get((int) (turn % visitors.size())), moment);
                remark(begin, turn + 1, turns, nanos);
              });
    }
  }

  /** All lines break at once, and all come back after so long. */
  public void cut(Duration away) {
    place
        .loop()
        .execute(
            () -> {
              long back = System.nanoTime() + away.toNanos();
              visitors.forEach(visitor -> visitor.cut(back));
            });
  }

  /** An operator sits down, who has logged in with this cookie. */
  public void seat(String cookie) {
    place
        .loop()
        .execute(
            () -> {
              var clerk = new Clerk(place, clerks.size(), cookie, (_, _) -> {});
              clerks.add(clerk);
              clerk.come();
            });
  }

  /** So many desks more, all of one operator, who only looks on: how long until they are shown. */
  public void watch(int desks, String cookie) {
    place
        .loop()
        .execute(
            () -> {
              var byConversation = new HashMap<String, Visitor>();
              visitors.forEach(each -> byConversation.put(each.conversation(), each));
              for (int i = 0; i < desks; i++) {
                var clerk =
                    new Clerk(
                        place,
                        clerks.size(),
                        cookie,
                        (conversation, number) -> shown(byConversation.get(conversation), number));
                clerks.add(clerk);
                place.loop().in(10L * i, clerk::come);
              }
            });
  }

  private void shown(@Nullable Visitor visitor, int number) {
    if (visitor != null) {
      place.tally().shown(System.nanoTime() - due.get(visitor.number())[number]);
    }
  }

  /** The operators take the customers, each as many as the others. */
  public void take() {
    place
        .loop()
        .execute(
            () -> {
              for (int i = 0; i < clerks.size(); i++) {
                int first = i;
                clerks
                    .get(i)
                    .take(
                        visitors.stream()
                            .filter(it -> it.number() % clerks.size() == first)
                            .toList());
              }
            });
  }

  /** How it stands now. */
  public Standing standing() {
    return ask(
        () ->
            new Standing(
                visitors.size(),
                (int) visitors.stream().filter(Visitor::isHere).count(),
                planned,
                said,
                acknowledged,
                answered,
                returned));
  }

  /** How many operators sit at their desks. */
  public int seated() {
    return ask(() -> (int) clerks.stream().filter(Clerk::isSeated).count());
  }

  /** How many customers are served by operators. */
  public int taken() {
    return ask(() -> clerks.stream().mapToInt(Clerk::taken).sum());
  }

  /** How many changes operators were shown on their desks. */
  public long cards() {
    return ask(() -> clerks.stream().mapToLong(Clerk::cards).sum());
  }

  /** What went wrong with operators. */
  public List<String> faults() {
    return ask(() -> clerks.stream().flatMap(it -> it.faults().stream()).toList());
  }

  /** Waits for something; false if it is not in time. */
  public boolean await(BooleanSupplier wanted, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
  }

  /** Something is asked of the crowd's thread. */
  public <T> T ask(Supplier<T> question) {
    return place.loop().ask(question);
  }

  /** What was counted and timed. */
  public Tally tally() {
    return place.tally();
  }

  /** Reads every conversation afresh from there, and holds it against the books. */
  public Audit.Found audit(Web web) throws InterruptedException {
    place.loop().requireSound();
    return Audit.of(web, ask(() -> List.copyOf(visitors)));
  }

  @Override
  public void close() {
    place
        .loop()
        .ask(
            () -> {
              visitors.forEach(Visitor::leave);
              clerks.forEach(Clerk::leave);
              return true;
            });
    place.loop().close();
  }
}
