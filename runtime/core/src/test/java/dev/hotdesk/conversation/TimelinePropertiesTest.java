package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.session.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Where late arrivals go, however long they took and however wrong the channel's clock is. */
class TimelinePropertiesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** A customer's message that was sent after so many seconds and took so long, or one of ours. */
  record Words(boolean ours, int second, int took) {

    long arrives() {
      return second + (ours ? 0L : took);
    }
  }

  @Property(tries = 3000)
  void a_channels_messages_are_laid_out_as_they_were_sent_whatever_came_between(
      @ForAll("talks") @Size(max = 14) List<Words> talk,
      @ForAll @LongRange(min = -2_000_000, max = 500) long skew) {
    var log = told(talk, Duration.ofSeconds(skew));

    assertThat(ClientsOrder.of(log).filter(Logged::isChannels).map(Logged::said)).isSorted();
  }

  @Property(tries = 1000)
  void what_came_in_its_turn_stays_and_who_is_late_goes_before_one_of_those(
      @ForAll("talks") @Size(max = 14) List<Words> talk,
      @ForAll @LongRange(min = -9_000_000, max = 9_000_000) long skew) {
    var log = told(talk, Duration.ofSeconds(skew));

    assertThat(ClientsOrder.of(log).filter(Logged::isInTurn).map(Logged::sequence)).isSorted();
    assertThat(log.stream().map(Logged::order)).isSorted().doesNotHaveDuplicates();
    assertThat(log.stream().filter(it -> !it.isInTurn()))
        .allSatisfy(
            late -> {
              var before = ((Entry.Said) late.entry()).stamp().before();
              assertThat(before).isPositive().isLessThan(late.sequence());
              assertThat(log.get((int) before - 1).isInTurn()).isTrue();
            });
  }

  @Property(tries = 1000)
  void a_constant_error_of_the_channels_clock_changes_nothing(
      @ForAll("talks") @Size(max = 14) List<Words> talk,
      @ForAll @LongRange(min = -2_000_000, max = 500) long skew) {
    assertThat(places(told(talk, Duration.ofSeconds(skew))))
        .isEqualTo(places(told(talk, Duration.ZERO)));
  }

  @Provide
  Arbitrary<List<Words>> talks() {
    return Combinators.combine(
            Arbitraries.of(false, false, true),
            Arbitraries.integers().between(0, 120),
            Arbitraries.integers().between(0, 90))
        .as(Words::new)
        .list();
  }

  /** The log that a server has of it. */
  private static List<Logged> told(List<Words> talk, Duration skew) {
    var log = new ArrayList<Logged>();
    var clock = new LamportClock();
    var timeline = new Timeline();
    talk.stream()
        .sorted(Comparator.comparingLong(Words::arrives))
        .forEach(
            words -> {
              var at = NOON.plusSeconds(words.arrives());
              var author = words.ours ? Author.OPERATOR : Author.CUSTOMER;
              var said = new Entry.Said(author, "", "x", "id-" + log.size());
              var channels = words.ours ? Instant.EPOCH : NOON.plusSeconds(words.second).plus(skew);
              clock.saw(timeline.lastOrder());
              var stamped =
                  timeline.stamped(said, channels, at, clock.tick(at), () -> List.copyOf(log));
              var logged = new Logged(log.size() + 1, at, stamped);
              log.add(logged);
              timeline.see(List.of(logged));
            });
    return log;
  }

  private static List<Long> places(List<Logged> log) {
    return ClientsOrder.of(log).map(Logged::sequence).toList();
  }
}
