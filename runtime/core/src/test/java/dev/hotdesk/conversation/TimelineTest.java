package dev.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final List<Logged> log = new ArrayList<>();
  private final LamportClock clock = new LamportClock();
  private final Timeline timeline = new Timeline();

  static Stream<Integer> shuffles() {
    return IntStream.range(0, 200).boxed();
  }

  @ParameterizedTest
  @MethodSource("shuffles")
  void every_client_lays_out_what_arrived_in_any_order_as_it_was_sent(int seed) {
    var random = new Random(seed);
    var sent = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
    Collections.shuffle(sent, random);
    var skew = Duration.ofMillis(random.nextLong(-500_000, 500_000));

    for (int i = 0; i < sent.size(); i++) {
      customer(NOON.plusSeconds(60 + i), NOON.plusSeconds(sent.get(i)).plus(skew));
    }

    assertThat(ClientsOrder.of(log).map(Logged::said)).isSorted();
  }

  @ParameterizedTest
  @MethodSource("shuffles")
  void what_a_channel_says_of_its_own_messages_holds_whatever_ours_and_the_clocks_say(int seed) {
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      var at = NOON.plusSeconds(5L * i + random.nextLong(-120, 120));
      if (random.nextInt(3) == 0) {
        operator(at);
      } else {
        customer(at, NOON.plusSeconds(5L * i - random.nextLong(100)));
      }
    }

    assertThat(ClientsOrder.of(log).filter(Logged::isChannels).map(Logged::said)).isSorted();
  }

  @ParameterizedTest
  @MethodSource("shuffles")
  void stamps_grow_with_the_sequence_whatever_the_clocks_say(int seed) {
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      var at = NOON.plusMillis(random.nextLong(-3_000, 3_000));
      if (random.nextBoolean()) {
        customer(at, at.plusSeconds(random.nextLong(-10_000_000, 10_000_000)));
      } else {
        operator(at);
      }
    }

    assertThat(log.stream().map(Logged::order)).isSorted().doesNotHaveDuplicates();
    assertThat(log.stream().filter(it -> !it.isInTurn()))
        .allSatisfy(
            late -> {
              var place = ((Entry.Said) late.entry()).stamp().before();
              assertThat(place).isLessThan(late.sequence());
              assertThat(log.get((int) place - 1).isInTurn()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    // the channel's clock is off by so many seconds; the last message took so long; is it late?
    "     0,   0, false",
    "  -300,   1, false",
    "   300,   1, false",
    "-86400,   5, false",
    "     0,  40, true",
    "  -300,  40, true",
    "   300,  40, true",
  })
  void a_wrong_clock_makes_no_message_late_and_a_right_one_excuses_none(
      long off, long took, boolean isLate) {
    customer(NOON, NOON.plusSeconds(off));
    operator(NOON.plusSeconds(60));

    var last = customer(NOON.plusSeconds(70), NOON.plusSeconds(70 + off - took));

    assertThat(last.isLate()).isEqualTo(isLate);
    assertThat(last.before()).isEqualTo(isLate ? 2 : 0);
  }

  @Test
  void a_time_out_of_all_bounds_is_taken_for_the_bound() {
    assertThat(customer(NOON, Instant.MAX).sent()).isEqualTo(NOON.plus(Timeline.MOST_AHEAD));
    assertThat(customer(NOON, Instant.MIN).sent()).isEqualTo(NOON.minus(Timeline.OLDEST));
  }

  @Test
  void a_late_message_older_than_all_that_is_looked_at_goes_before_that() {
    IntStream.range(0, 5).forEach(i -> customer(NOON.plusSeconds(i), NOON.plusSeconds(i)));

    var stamp =
        timeline.stamp(NOON.minusSeconds(9), NOON.plusSeconds(9), 1, () -> log.subList(3, 5));

    assertThat(stamp.before()).isEqualTo(4);
  }

  @Test
  void two_servers_that_see_each_others_stamps_count_on_whatever_their_clocks_say() {
    var behind = new LamportClock();
    var first = clock.tick(NOON);

    behind.saw(first);
    var second = behind.tick(NOON.minusSeconds(3_600));
    clock.saw(second);

    assertThat(List.of(first, second, clock.tick(NOON.minusSeconds(7_200)))).isSorted();
    assertThat(second).isNotEqualTo(first);
  }

  private Stamp customer(Instant at, Instant channels) {
    return add(new Entry.Said(Author.CUSTOMER, "", "x", "c-" + log.size()), channels, at);
  }

  private void operator(Instant at) {
    add(new Entry.Said(Author.OPERATOR, "amy", "x", "o-" + log.size()), Instant.EPOCH, at);
  }

  private Stamp add(Entry.Said said, Instant channels, Instant at) {
    clock.saw(timeline.lastOrder());
    var stamped = timeline.stamped(said, channels, at, clock.tick(at), () -> log);
    var logged = new Logged(log.size() + 1, at, stamped);
    log.add(logged);
    timeline.see(List.of(logged));
    return stamped.stamp();
  }
}
