package dev.hotdesk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Reply;
import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.session.Event.Insight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every session, whatever happens in whatever order. */
class SessionPropertiesTest {

  private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");
  private static final List<String> OPERATORS = List.of("amy", "ben", "cat");
  private static final Insight INSIGHT = new Insight("order.status", 0.9, Map.of(), "orders@1", 5);

  private static final Patience PATIENCE =
      new Patience(
          Duration.ofMinutes(120),
          Duration.ofMinutes(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(15));

  private static final OpeningHours HOURS =
      new OpeningHours(
          ZoneOffset.UTC, OpeningHours.daily(List.of(Period.of("07:00-09:00"))), Map.of());

  /** Something that happens after so many seconds; numbers, so that a failure can be made small. */
  record Act(int kind, int who, int whom, int seconds) {

    Event on(Session session, Instant now) {
      var operator = OPERATORS.get(who);
      var asked = session.ask().map(ask -> ask.question().sequence()).orElse(1L);
      long epoch = session.epoch() - (whom == 0 ? 1 : 0);
      return switch (kind) {
        case 0 -> new Event.CustomerSaid("c-" + session.lastSequence(), "hello");
        case 1 -> new Event.MessageLeft("c-" + session.lastSequence(), "call me", "138");
        case 2 -> new Event.CustomerRated("c-" + session.lastSequence(), 1 + who, "");
        case 3 -> new Event.CustomerViewed("SKU");
        case 4 -> new Event.AgentReplied(epoch, asked, INSIGHT, "orders", Reply.say("so"));
        case 5 -> new Event.AgentReplied(epoch, asked, INSIGHT, "orders", Reply.handOver("why"));
        case 6 -> new Event.AgentFailed(epoch, asked, INSIGHT, "agent_failed");
        case 7 -> new Event.OperatorTook(operator);
        case 8 -> new Event.SupervisorTook(operator);
        case 9 -> new Event.OperatorSaid(operator, "o-" + session.lastSequence(), "yes");
        case 10 -> new Event.OperatorTransferred(operator, target(), "refund", "");
        case 11 -> new Event.TransferEnded(operator);
        case 12 -> new Event.OperatorReleased(operator);
        case 13 -> new Event.OperatorLeft(operator);
        case 14 -> new Event.OperatorClosed(operator, List.of(Ending.values()).get(whom));
        case 15 -> new Event.OperatorSnoozed(operator, now.plusSeconds(60L * seconds), "");
        case 16 -> new Event.OperatorWoke(operator);
        default ->
            new Event.TimerRang(List.of(Timer.values()).get(seconds % Timer.values().length), now);
      };
    }

    private Target target() {
      return switch (whom) {
        case 0 -> new Target.Group("returns");
        case 1 -> new Target.Store("sh-01");
        default -> new Target.Operator(OPERATORS.get((who + 1) % 3));
      };
    }
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 17),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 400))
        .as(Act::new)
        .list()
        .ofMaxSize(60);
  }

  /** One step of a life. */
  private record Lived(Session before, Event event, Instant now, Step step) {}

  private interface Law {
    void holds(Lived lived);
  }

  /** Lives through what happens, and what time brings about between. */
  private static void live(List<Act> acts, Law law) {
    var session = Session.fresh(BEGIN);
    var now = BEGIN;
    for (var act : acts) {
      now = now.plusSeconds(act.seconds());
      for (int rung = 0; rung < 20; rung++) {
        var alarm = Timers.next(session, PATIENCE, HOURS, now);
        if (alarm.isEmpty() || alarm.get().due().isAfter(now)) {
          break;
        }
        session = lived(session, alarm.get().event(), now, law);
      }
      session = lived(session, act.on(session, now), now, law);
    }
  }

  private static Session lived(Session session, Event event, Instant now, Law law) {
    var step = SessionMachine.step(session, event, now);
    law.holds(new Lived(session, event, now, step));
    return step.next();
  }

  @Property(tries = 400)
  void the_log_has_no_gaps_and_the_epoch_never_falls(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          var next = it.step().next();
          assertThat(next.lastSequence())
              .isEqualTo(it.before().lastSequence() + it.step().entries().size());
          assertThat(next.epoch()).isGreaterThanOrEqualTo(it.before().epoch());
          if (!it.step().changes()) {
            assertThat(next).isEqualTo(it.before());
          }
        });
  }

  @Property(tries = 400)
  void whoever_writes_changes_only_with_the_epoch(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          var before = it.before().state();
          var after = it.step().next().state();
          if (!before.word().equals(after.word()) || !before.operator().equals(after.operator())) {
            assertThat(it.step().next().epoch()).isGreaterThan(it.before().epoch());
            assertThat(it.step().entries()).anyMatch(Entry.Moved.class::isInstance);
          }
        });
  }

  @Property(tries = 400)
  void what_a_customer_says_is_kept_and_somebody_is_there_for_it(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          var id = messageId(it.event());
          if (!id.isEmpty()) {
            assertThat(it.step().entries()).extracting(Entry::once).containsOnlyOnce(id);
            assertThat(isAttended(it.step().next().state())).isTrue();
          }
        });
  }

  private static String messageId(Event event) {
    return switch (event) {
      case Event.CustomerSaid said -> said.clientId();
      case Event.MessageLeft left -> left.clientId();
      default -> "";
    };
  }

  private static boolean isAttended(State state) {
    return switch (state) {
      case State.BotServing(var unanswered) -> !unanswered.isEmpty();
      case State.Waiting _, State.Offline _, State.OperatorServing _, State.Transferring _ -> true;
      case State.WrapUp _, State.Survey _, State.Snoozed _, State.Closed _ -> false;
    };
  }

  @Property(tries = 400)
  void the_bot_is_never_heard_once_somebody_else_writes(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          if (said(it.step(), Author.AGENT)) {
            assertThat(it.before().state()).isInstanceOf(State.BotServing.class);
            assertThat(((Event.AgentReplied) it.event()).epoch()).isEqualTo(it.before().epoch());
          }
          if (said(it.step(), Author.OPERATOR)) {
            assertThat(it.before().state())
                .isEqualTo(new State.OperatorServing(((Event.OperatorSaid) it.event()).operator()));
          }
        });
  }

  private static boolean said(Step step, Author author) {
    return step.entries().stream()
        .anyMatch(entry -> entry instanceof Entry.Said said && said.author() == author);
  }

  @Property(tries = 400)
  void nobody_loses_their_place_in_the_queue(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          if (it.step().next().state() instanceof State.Waiting(_, _, var since)) {
            assertThat(since).isBetween(it.step().next().times().begun(), it.now());
            if (!it.before().state().operator().isEmpty() && !isNew(it)) {
              assertThat(since).isEqualTo(it.before().times().place());
            }
          }
        });
  }

  private static boolean isNew(Lived it) {
    return it.step().next().number() > it.before().number();
  }

  @Property(tries = 400)
  void every_alarm_has_a_rule_and_is_over_once_it_has_rung(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          var session = it.step().next();
          var alarm = Timers.next(session, PATIENCE, HOURS, it.now());
          if (alarm.isPresent()) {
            var due = alarm.get().due();
            var then = due.isBefore(it.now()) ? it.now() : due;
            var rung = SessionMachine.step(session, alarm.get().event(), then);
            assertThat(rung.changes()).isTrue();
            assertThat(Timers.next(rung.next(), PATIENCE, HOURS, then)).isNotEqualTo(alarm);
          }
        });
  }

  @Property(tries = 400)
  void time_that_was_spent_waiting_never_shrinks_within_an_episode(@ForAll("acts") List<Act> acts) {
    live(
        acts,
        it -> {
          var next = it.step().next();
          if (next.number() == it.before().number()) {
            assertThat(next.times().spentAt(it.now()))
                .isEqualTo(it.before().times().spentAt(it.now()));
          }
          if (next.times().owedSince().isPresent()) {
            assertThat(Set.of("waiting", "operator", "transferring")).contains(next.state().word());
          }
        });
  }
}
