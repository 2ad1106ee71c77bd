package dev.hotdesk.session;

import dev.hotdesk.session.Event.TimerRang;
import dev.hotdesk.session.State.BotServing;
import dev.hotdesk.session.State.Closed;
import dev.hotdesk.session.State.Offline;
import dev.hotdesk.session.State.OperatorServing;
import dev.hotdesk.session.State.Snoozed;
import dev.hotdesk.session.State.Survey;
import dev.hotdesk.session.State.Transferring;
import dev.hotdesk.session.State.Waiting;
import dev.hotdesk.session.State.WrapUp;
import java.util.List;

/** The rules of what time brings about. A timer that rings early, or too late, changes nothing. */
final class ClocksPart {

  private ClocksPart() {}

  static Step rang(Stepping step, TimerRang rang) {
    if (step.now.isBefore(rang.due())) {
      return step.stay();
    }
    return switch (rang.timer()) {
      case QUIET -> isQuiet(step, rang) ? end(step, "quiet") : step.stay();
      case FIRST_ANSWER ->
          step.session().times().answered().isEmpty() ? overdue(step, rang.timer()) : step.stay();
      case SLA -> overdue(step, rang.timer());
      case OPERATOR_SILENT -> operatorSilent(step);
      case TRANSFER_UNANSWERED -> transferUnanswered(step);
      case WRAP_UP_OVER -> step.state() instanceof WrapUp ? end(step, "") : step.stay();
      case SURVEY_DUE ->
          step.state() instanceof WrapUp(var operator)
              ? step.moveTo(new Survey(operator), "", "")
              : step.stay();
      case SURVEY_OVER -> step.state() instanceof Survey ? end(step, "") : step.stay();
      case SNOOZE_OVER ->
          step.state() instanceof Snoozed(var operator, var until, _) && !step.now.isBefore(until)
              ? step.awaitAgain("snooze_over", new Target.Operator(operator), "")
              : step.stay();
      case SHOP_CLOSES ->
          step.state() instanceof Waiting(var reason, var target, var since)
              ? step.moveTo(new Offline(reason, target, since), "shop_closed", "")
              : step.stay();
      case SHOP_OPENS ->
          step.state() instanceof Offline(var reason, var target, var since)
              ? step.moveTo(new Waiting(reason, target, since), "shop_opened", "")
              : step.stay();
    };
  }

  /** Nothing has happened since, and it is for the customer to speak. */
  private static boolean isQuiet(Stepping step, TimerRang rang) {
    var times = step.session().times();
    return rang.due().isAfter(times.changed())
        && switch (step.state()) {
          case BotServing(var unanswered) -> unanswered.equals(List.of());
          case OperatorServing _ -> times.owedSince().isEmpty();
          case Waiting _, Transferring _, WrapUp _, Offline _, Survey _, Snoozed _, Closed _ ->
              false;
        };
  }

  private static Step overdue(Stepping step, Timer timer) {
    var times = step.session().times();
    return times.owedSince().isPresent() && !times.overdue().contains(timer)
        ? step.log(new Entry.Overdue(timer)).stay()
        : step.stay();
  }

  private static Step operatorSilent(Stepping step) {
    return step.state() instanceof OperatorServing && step.session().times().owedSince().isPresent()
        ? step.awaitAgain("operator_silent", new Target.Anyone(), "")
        : step.stay();
  }

  private static Step transferUnanswered(Stepping step) {
    return switch (step.state()) {
      case Transferring(var from, Target.Operator _, _, _) ->
          step.moveTo(new OperatorServing(from), "transfer_unanswered", "");
      case Transferring(_, var to, _, _) -> step.awaitAgain("transfer_unanswered", to, "");
      case BotServing _,
          Waiting _,
          OperatorServing _,
          WrapUp _,
          Offline _,
          Survey _,
          Snoozed _,
          Closed _ ->
          step.stay();
    };
  }

  private static Step end(Stepping step, String reason) {
    return step.moveTo(new Closed(), reason, "");
  }
}
