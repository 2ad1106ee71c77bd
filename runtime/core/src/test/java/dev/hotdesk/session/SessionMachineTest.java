package dev.hotdesk.session;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Reply;
import dev.hotdesk.session.Event.Insight;
import dev.hotdesk.session.State.BotServing;
import dev.hotdesk.session.State.Closed;
import dev.hotdesk.session.State.Offline;
import dev.hotdesk.session.State.OperatorServing;
import dev.hotdesk.session.State.Question;
import dev.hotdesk.session.State.Snoozed;
import dev.hotdesk.session.State.Survey;
import dev.hotdesk.session.State.Transferring;
import dev.hotdesk.session.State.Waiting;
import dev.hotdesk.session.State.WrapUp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionMachineTest {

  static final long EPOCH = 7;
  private static final long LAST = 40;
  private static final Instant EARLIER = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant NOW = EARLIER.plusSeconds(3600);
  private static final Times TIMES = Times.begin(EARLIER);
  private static final Times OWED =
      new Times(
          EARLIER,
          EARLIER,
          EARLIER,
          Optional.of(EARLIER),
          Optional.empty(),
          Optional.of(EARLIER),
          Optional.empty(),
          Duration.ZERO,
          Optional.of(EARLIER),
          Set.of());
  private static final Question FIRST = new Question(38, "where is my order");
  private static final Question SECOND = new Question(40, "hello?");
  private static final Insight INSIGHT =
      new Insight("order.status", 0.9, Map.of("order_number", "20261123-88"), "orders@1", 5);

  static final Map<String, Session> STATES = new LinkedHashMap<>();
  static final Map<String, Event> EVENTS = new LinkedHashMap<>();

  static {
    STATES.put("idle", in(new BotServing(List.of())));
    STATES.put("asked", in(new BotServing(List.of(FIRST, SECOND))));
    STATES.put("waiting", owed(new Waiting("handoff", EARLIER)));
    STATES.put("amy", in(new OperatorServing("amy")));
    STATES.put("amy owes", owed(new OperatorServing("amy")));
    STATES.put("amy>ben", in(new Transferring("amy", new Target.Operator("ben"), "", EARLIER)));
    STATES.put("amy>group", in(new Transferring("amy", new Target.Group("returns"), "", EARLIER)));
    STATES.put("wrap", in(new WrapUp("amy")));
    STATES.put("offline", in(new Offline("handoff", new Target.Anyone(), EARLIER)));
    STATES.put("survey", in(new Survey("amy")));
    STATES.put("snoozed", in(new Snoozed("amy", NOW, "call back")));
    STATES.put("closed", in(new Closed()));
    EVENTS.put("customer says", new Event.CustomerSaid("c-1", "hi"));
    EVENTS.put("customer views", new Event.CustomerViewed("SKU"));
    EVENTS.put("customer identified", new Event.CustomerIdentified("C-1"));
    EVENTS.put("customer described", new Event.CustomerDescribed("wuhan", "gold"));
    EVENTS.put("customer leaves", new Event.MessageLeft("l-1", "call me", "138"));
    EVENTS.put("customer rates", new Event.CustomerRated("r-1", 5, "fine"));
    EVENTS.put("agent says", replied(EPOCH, FIRST, Reply.say("on its way")));
    EVENTS.put("agent asks", replied(EPOCH, FIRST, Reply.ask("which?", "order_number")));
    EVENTS.put("agent hands over", replied(EPOCH, FIRST, Reply.handOver("complaint")));
    EVENTS.put("agent is late", replied(EPOCH - 1, FIRST, Reply.say("too late")));
    EVENTS.put("agent answers other", replied(EPOCH, SECOND, Reply.say("out of turn")));
    EVENTS.put(
        "agent fails", new Event.AgentFailed(EPOCH, FIRST.sequence(), INSIGHT, "agent_failed"));
    EVENTS.put("old agent fails", new Event.AgentFailed(EPOCH - 1, FIRST.sequence(), INSIGHT, "x"));
    EVENTS.put("amy takes", new Event.OperatorTook("amy"));
    EVENTS.put("ben takes", new Event.OperatorTook("ben"));
    EVENTS.put("cat takes", new Event.OperatorTook("cat"));
    EVENTS.put("amy is given", new Event.OperatorGiven(EPOCH, "amy", "round_robin"));
    EVENTS.put("amy is given late", new Event.OperatorGiven(EPOCH - 1, "amy", "round_robin"));
    EVENTS.put("amy supervises", new Event.SupervisorTook("amy"));
    EVENTS.put("sue supervises", new Event.SupervisorTook("sue"));
    EVENTS.put("amy says", new Event.OperatorSaid("amy", "o-1", "hello"));
    EVENTS.put("ben says", new Event.OperatorSaid("ben", "o-1", "hello"));
    EVENTS.put("amy recalls", new Event.OperatorRecalled("amy", 38));
    EVENTS.put("amy to ben", transfer("amy", new Target.Operator("ben")));
    EVENTS.put("amy to group", transfer("amy", new Target.Group("returns")));
    EVENTS.put("amy to amy", transfer("amy", new Target.Operator("amy")));
    EVENTS.put("ben to cat", transfer("ben", new Target.Operator("cat")));
    EVENTS.put("amy ends transfer", new Event.TransferEnded("amy"));
    EVENTS.put("ben ends transfer", new Event.TransferEnded("ben"));
    EVENTS.put("cat ends transfer", new Event.TransferEnded("cat"));
    EVENTS.put("amy releases", new Event.OperatorReleased("amy"));
    EVENTS.put("ben releases", new Event.OperatorReleased("ben"));
    EVENTS.put("amy left", new Event.OperatorLeft("amy"));
    EVENTS.put("ben left", new Event.OperatorLeft("ben"));
    EVENTS.put("amy closes", new Event.OperatorClosed("amy"));
    EVENTS.put("ben closes", new Event.OperatorClosed("ben"));
    EVENTS.put("amy asks how", new Event.OperatorClosed("amy", Ending.SURVEY));
    EVENTS.put("amy wraps up", new Event.OperatorClosed("amy", Ending.WRAP_UP));
    EVENTS.put("amy snoozes", new Event.OperatorSnoozed("amy", NOW.plusSeconds(60), ""));
    EVENTS.put("amy snoozes late", new Event.OperatorSnoozed("amy", NOW, ""));
    EVENTS.put("ben snoozes", new Event.OperatorSnoozed("ben", NOW.plusSeconds(60), ""));
    EVENTS.put("amy wakes", new Event.OperatorWoke("amy"));
    EVENTS.put("ben wakes", new Event.OperatorWoke("ben"));
    EVENTS.put("sue tells all", new Event.Noticed("n-1", "closed tomorrow", "sue"));
    EVENTS.put("amy corrects", new Event.OperatorCorrected("amy", 38, "delivery.eta"));
    for (var timer : Timer.values()) {
      EVENTS.put(timer.word(), new Event.TimerRang(timer, NOW));
    }
  }

  /**
   * What each event makes of each state. {@code -}: no rule, nothing changes. {@code =}: logged
   * only. {@code +}: the writer changed, so the epoch did.
   */
  private static final String RULES =
      """
      customer says       | asked   | asked+1 | =       | =       | =       | =       | =       | +amy    | =       | +asked  | +queue:amy | +asked
      customer views      | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =
      customer identified | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =
      customer described  | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =
      customer leaves     | +queue  | +queue  | =       | =       | =       | =       | =       | +amy    | =       | +queue  | +queue:amy | +queue
      customer rates      | -       | -       | -       | -       | -       | -       | -       | -       | -       | +closed | -       | =
      agent says          | -       | second  | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      agent asks          | -       | second  | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      agent hands over    | -       | +queue  | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      agent is late       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      agent answers other | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      agent fails         | -       | +queue  | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      old agent fails     | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy takes           | +amy    | +amy    | +amy    | -       | -       | -       | -       | +amy    | +amy    | -       | +amy    | -
      ben takes           | +ben    | +ben    | +ben    | -       | -       | +ben    | +ben    | -       | +ben    | -       | -       | -
      cat takes           | +cat    | +cat    | +cat    | -       | -       | -       | +cat    | -       | +cat    | -       | -       | -
      amy is given        | -       | -       | +amy    | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy is given late   | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy supervises      | +amy    | +amy    | +amy    | -       | -       | +amy    | +amy    | +amy    | +amy    | -       | +amy    | -
      sue supervises      | +sue    | +sue    | +sue    | +sue    | +sue    | +sue    | +sue    | +sue    | +sue    | -       | +sue    | -
      amy says            | -       | -       | -       | =       | =       | -       | -       | -       | -       | -       | -       | -
      ben says            | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy recalls         | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =
      amy to ben          | -       | -       | -       | +amy>ben | +amy>ben | -       | -       | -       | -       | -       | -       | -
      amy to group        | -       | -       | -       | +amy>returns | +amy>returns | -       | -       | -       | -       | -       | -       | -
      amy to amy          | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      ben to cat          | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy ends transfer   | -       | -       | -       | -       | -       | +amy    | +amy    | -       | -       | -       | -       | -
      ben ends transfer   | -       | -       | -       | -       | -       | +amy    | -       | -       | -       | -       | -       | -
      cat ends transfer   | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy releases        | -       | -       | -       | +idle   | +idle   | -       | -       | -       | -       | -       | -       | -
      ben releases        | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy left            | -       | -       | -       | +queue  | +queue  | +queue  | +queue:returns | +closed | -       | -       | -       | -
      ben left            | -       | -       | -       | -       | -       | +amy    | -       | -       | -       | -       | -       | -
      amy closes          | -       | -       | -       | +closed | +closed | +closed | +closed | +closed | -       | -       | +closed | -
      ben closes          | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy asks how        | -       | -       | -       | +survey | +survey | +survey | +survey | +survey | -       | -       | +survey | -
      amy wraps up        | -       | -       | -       | +wrap   | +wrap   | +wrap   | +wrap   | -       | -       | -       | +wrap   | -
      amy snoozes         | -       | -       | -       | +snoozed | +snoozed | -       | -       | -       | -       | -       | -       | -
      amy snoozes late    | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      ben snoozes         | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      amy wakes           | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | +amy    | -
      ben wakes           | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | -
      sue tells all       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | -
      amy corrects        | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =       | =
      quiet               | +closed | -       | -       | +closed | -       | -       | -       | -       | -       | -       | -       | -
      first_answer        | -       | -       | =       | -       | =       | -       | -       | -       | -       | -       | -       | -
      sla                 | -       | -       | =       | -       | =       | -       | -       | -       | -       | -       | -       | -
      operator_silent     | -       | -       | -       | -       | +queue  | -       | -       | -       | -       | -       | -       | -
      transfer_unanswered | -       | -       | -       | -       | -       | +amy    | +queue:returns | -       | -       | -       | -       | -
      wrap_up_over        | -       | -       | -       | -       | -       | -       | -       | +closed | -       | -       | -       | -
      survey_due          | -       | -       | -       | -       | -       | -       | -       | +survey | -       | -       | -       | -
      survey_over         | -       | -       | -       | -       | -       | -       | -       | -       | -       | +closed | -       | -
      snooze_over         | -       | -       | -       | -       | -       | -       | -       | -       | -       | -       | +queue:amy | -
      shop_closes         | -       | -       | +offline | -       | -       | -       | -       | -       | -       | -       | -       | -
      shop_opens          | -       | -       | -       | -       | -       | -       | -       | -       | +queue  | -       | -       | -
      """;

  static Stream<String> rules() {
    return RULES.lines();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void follows_the_rule_for_this_event_in_every_state(String rule) {
    var event = event(rule.substring(0, rule.indexOf('|')).strip());
    var found = STATES.values().stream().map(state -> outcome(state, event)).collect(joining("|"));
    var wanted = Stream.of(rule.split("\\|")).skip(1).map(String::strip).collect(joining("|"));
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void knows_a_rule_for_every_kind_of_event() {
    var kinds =
        EVENTS.values().stream().map(Event::getClass).distinct().map(Class::getSimpleName).toList();
    var declared =
        Stream.of(Event.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void knows_a_row_for_every_event_and_a_column_for_every_state() {
    assertThat(rules().map(rule -> rule.substring(0, rule.indexOf('|')).strip()))
        .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
    assertThat(
            STATES.values().stream()
                .map(it -> it.state().getClass())
                .distinct()
                .map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(State.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    assertThat(STATES.values().stream().map(it -> it.state().word()).distinct())
        .containsExactlyInAnyOrderElementsOf(State.WORDS);
  }

  @Test
  void numbers_the_log_without_gaps() {
    for (var state : STATES.values()) {
      for (var event : EVENTS.values()) {
        var step = step(state, event);
        assertThat(step.next().lastSequence()).isEqualTo(LAST + step.entries().size());
      }
    }
  }

  @Test
  void is_at_the_first_question_until_it_is_answered() {
    var said = step(Session.fresh(NOW), new Event.CustomerSaid("1", "first"));
    var again = step(said.next(), new Event.CustomerSaid("2", "second"));
    var answered = step(again.next(), replied(1, new Question(1, "first"), Reply.say("a")));
    assertThat(List.of(said, again, answered))
        .extracting(step -> step.next().ask())
        .containsExactly(
            Optional.of(new Ask(1, new Question(1, "first"))),
            Optional.of(new Ask(1, new Question(1, "first"))),
            Optional.of(new Ask(1, new Question(2, "second"))));
  }

  @Test
  void never_lets_the_bot_speak_after_a_take_over() {
    var asked = step(Session.fresh(NOW), new Event.CustomerSaid("1", "first"));
    var taken = step(asked.next(), new Event.OperatorTook("amy"));
    var released = step(taken.next(), new Event.OperatorReleased("amy"));
    var late = replied(1, new Question(1, "first"), Reply.say("late"));
    assertThat(step(taken.next(), late).changes()).isFalse();
    assertThat(step(released.next(), late).changes()).isFalse();
  }

  @Test
  void logs_what_was_understood_before_what_was_answered() {
    var step = step(state("asked"), event("agent says"));
    assertThat(step.entries())
        .containsExactly(
            new Entry.Understood(FIRST.sequence(), INSIGHT),
            new Entry.Said(Author.AGENT, "orders", "on its way", ""));
  }

  @Test
  void begins_a_new_episode_when_the_customer_writes_after_the_end() {
    var step = step(in(new Closed()), event("customer says"));
    assertThat(step.next().number()).isEqualTo(4);
    assertThat(step.entries().getFirst())
        .isEqualTo(new Entry.Moved(new BotServing(List.of()), "reopened", ""));
  }

  @Test
  void brings_a_person_when_the_customer_asks_faster_than_the_bot_answers() {
    var many =
        IntStream.range(0, SessionMachine.MOST_UNANSWERED)
            .mapToObj(i -> new Question(i, "?"))
            .toList();
    var step = step(in(new BotServing(many)), event("customer says"));
    assertThat(step.next().state()).isEqualTo(new Waiting("too_many_questions", NOW));
  }

  private static Event replied(long epoch, Question question, Reply reply) {
    return new Event.AgentReplied(epoch, question.sequence(), INSIGHT, "orders", reply);
  }

  private static Event event(String name) {
    return requireNonNull(EVENTS.get(name), name);
  }

  private static Session state(String name) {
    return requireNonNull(STATES.get(name), name);
  }

  private static Session owed(State state) {
    return new Session(3, state, EPOCH, LAST, OWED);
  }

  private static Session in(State state) {
    return new Session(3, state, EPOCH, LAST, TIMES);
  }

  static Step step(Session session, Event event) {
    return SessionMachine.step(session, event, NOW);
  }

  private static Event transfer(String from, Target to) {
    return new Event.OperatorTransferred(from, to, "refund", "likes tea");
  }

  private static String outcome(Session session, Event event) {
    var step = step(session, event);
    if (!step.changes()) {
      return "-";
    }
    var next = step.next().state();
    if (next.equals(session.state())) {
      return "=";
    }
    return (step.next().epoch() > EPOCH ? "+" : "") + name(next);
  }

  private static String name(State state) {
    if (state instanceof BotServing(var unanswered) && !unanswered.isEmpty()) {
      return unanswered.size() == 3
          ? "asked+1"
          : unanswered.equals(List.of(SECOND)) ? "second" : "asked";
    }
    return switch (state) {
      case BotServing _ -> "idle";
      case Waiting(_, Target.Anyone _, _) -> "queue";
      case Waiting(_, var target, _) -> "queue:" + target.word().replaceFirst(".*:", "");
      case OperatorServing(var operator) -> operator;
      case Transferring(var from, var to, _, _) -> from + ">" + to.word().replaceFirst(".*:", "");
      case WrapUp _ -> "wrap";
      case Offline _ -> "offline";
      case Survey _ -> "survey";
      case Snoozed _ -> "snoozed";
      case Closed _ -> "closed";
    };
  }
}
