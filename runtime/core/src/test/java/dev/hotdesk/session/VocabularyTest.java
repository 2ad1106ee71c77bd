package dev.hotdesk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Event.Insight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What states, events and entries say of themselves: other parts of the house rely on it. */
class VocabularyTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Insight INSIGHT = new Insight("", 0, Map.of(), "", 1);
  private static final Target ANYONE = new Target.Anyone();

  private static final List<Entry> SHOWN =
      List.of(
          new Entry.Said(Author.CUSTOMER, "", "x", "c-1"),
          new Entry.Moved(new State.Closed(), "", ""),
          new Entry.Recalled(7, "amy"),
          new Entry.Noticed("n1", "x", "sue"),
          new Entry.Left("x", "", "c-2"));
  private static final List<Entry> FOR_OPERATORS =
      List.of(
          new Entry.Understood(1, INSIGHT),
          new Entry.Viewed("SKU"),
          new Entry.Identified("C-1"),
          new Entry.Described("nanjing", "gold"),
          new Entry.Corrected(1, "x", "amy"),
          new Entry.Rated(5, "", "c-3"),
          new Entry.Overdue(Timer.SLA));

  @Test
  void a_customer_sees_what_was_said_and_done_and_not_what_was_thought_of_them() {
    assertThat(SHOWN).allMatch(Entry::forCustomer);
    assertThat(FOR_OPERATORS).noneMatch(Entry::forCustomer);
  }

  @Test
  void what_a_client_numbered_and_what_is_told_once_is_in_a_log_once() {
    assertThat(SHOWN.stream().map(Entry::once))
        .containsExactly("c-1", "", ":recall:7", ":notice:n1", "c-2");
    assertThat(FOR_OPERATORS.stream().map(Entry::once))
        .containsExactly("", "", "", "", "", "c-3", "");
  }

  @Test
  void a_stamp_changes_nothing_else_of_a_message() {
    var stamp = new Stamp(9, NOON, 3);
    var said = new Entry.Said(Author.CUSTOMER, "", "x", "c-1");

    assertThat(said.at(stamp))
        .isEqualTo(new Entry.Said(Author.CUSTOMER, "", "x", "c-1", List.of(), stamp));
  }

  @Test
  void a_customer_begins_a_conversation_and_nobody_else_does() {
    assertThat(
            List.of(
                new Event.CustomerSaid("c-1", "x"),
                new Event.CustomerViewed("SKU"),
                new Event.CustomerIdentified("C-1"),
                new Event.CustomerDescribed("nanjing", ""),
                new Event.MessageLeft("c-2", "x", "")))
        .allMatch(Event::isCustomers);
    assertThat(
            List.of(
                new Event.CustomerRated("c-3", 5, ""),
                new Event.OperatorTook("amy"),
                new Event.TimerRang(Timer.SLA, NOON)))
        .noneMatch(Event::isCustomers);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 6, Integer.MAX_VALUE})
  void a_rating_has_one_to_five_stars(int score) {
    assertThatThrownBy(() -> new Event.CustomerRated("c", score, ""))
        .hasMessageContaining("wanted 1 to 5");
    for (int stars = 1; stars <= 5; stars++) {
      int fine = stars;
      assertThatCode(() -> new Event.CustomerRated("c", fine, "")).doesNotThrowAnyException();
    }
  }

  @Test
  void a_person_is_at_it_from_the_wait_to_the_notes() {
    assertThat(
            List.of(
                new State.Waiting("", ANYONE, NOON),
                new State.OperatorServing("amy"),
                new State.Transferring("amy", ANYONE, "", NOON),
                new State.WrapUp("amy")))
        .allMatch(State::isAttended);
    assertThat(
            List.of(
                new State.BotServing(List.of()),
                new State.Offline("", ANYONE, NOON),
                new State.Survey("amy"),
                new State.Snoozed("amy", NOON, ""),
                new State.Closed()))
        .noneMatch(State::isAttended);
  }

  @Test
  void targets_are_read_back_from_their_words() {
    for (var target :
        List.of(
            ANYONE,
            new Target.Group("returns"),
            new Target.Store("sh:01"),
            new Target.Operator("amy"))) {
      assertThat(Target.of(target.word())).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anybody", "group", "group:", ":returns", "lane:vip", "operator:"})
  void what_names_nobody_is_no_target(String word) {
    assertThatThrownBy(() -> Target.of(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + word + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void timers_are_read_back_from_their_words_and_ring_for_their_time(Timer timer) {
    assertThat(Timer.of(timer.word())).isEqualTo(timer);
    assertThat(new Alarm(timer, NOON).event()).isEqualTo(new Event.TimerRang(timer, NOON));
  }

  @Test
  void the_first_wait_is_the_place_in_the_queue_whoever_had_the_customer_since() {
    var waiting = new State.Waiting("", ANYONE, NOON);
    var times = Times.begin(NOON);

    times = after(times, waiting, 60);
    times = after(times, new State.OperatorServing("amy"), 90);
    times = after(times, waiting, 120);

    assertThat(times.asked()).isEqualTo(Optional.of(NOON.plusSeconds(60)));
    assertThat(times.place()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void only_an_operators_words_are_a_persons_answer_and_only_the_first() {
    var served = new State.OperatorServing("amy");
    var times = Times.begin(NOON);

    times = said(times, Author.AGENT, served, 10);
    assertThat(times.answered()).isEmpty();
    times = said(times, Author.OPERATOR, served, 20);
    times = said(times, Author.OPERATOR, served, 30);

    assertThat(times.answered()).isEqualTo(Optional.of(NOON.plusSeconds(20)));
  }

  private static Times after(Times times, State state, int second) {
    return times.after(List.of(new Entry.Moved(state, "", "")), state, NOON.plusSeconds(second));
  }

  private static Times said(Times times, Author author, State state, int second) {
    return times.after(
        List.of(new Entry.Said(author, "amy", "x", "m-" + second)),
        state,
        NOON.plusSeconds(second));
  }
}
