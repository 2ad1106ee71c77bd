package dev.hotdesk.session;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Event.OperatorClosed;
import dev.hotdesk.session.Event.OperatorGiven;
import dev.hotdesk.session.Event.OperatorSaid;
import dev.hotdesk.session.Event.OperatorSnoozed;
import dev.hotdesk.session.Event.OperatorTransferred;
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

/** The rules of what operators and supervisors do. */
final class OperatorsPart {

  private static final String LEFT = "operator_left";

  private OperatorsPart() {}

  static Step took(Stepping step, String operator) {
    boolean may =
        switch (step.state()) {
          case Waiting _, BotServing _, Offline _ -> true;
          case Transferring(_, Target.Operator(var to), _, _) -> to.equals(operator);
          case Transferring(var from, _, _, _) -> !from.equals(operator);
          case WrapUp(var own) -> own.equals(operator);
          case Snoozed(var own, _, _) -> own.equals(operator);
          case OperatorServing _, Survey _, Closed _ -> false;
        };
    return may ? step.moveTo(new OperatorServing(operator), "", operator) : step.stay();
  }

  static Step given(Stepping step, OperatorGiven given) {
    return step.session().epoch() == given.epoch() && step.state() instanceof Waiting
        ? step.moveTo(new OperatorServing(given.operator()), given.reason(), "")
        : step.stay();
  }

  static Step supervisorTook(Stepping step, String operator) {
    return switch (step.state()) {
      case OperatorServing(var serving) when serving.equals(operator) -> step.stay();
      case Waiting _,
          BotServing _,
          OperatorServing _,
          Transferring _,
          WrapUp _,
          Offline _,
          Snoozed _ ->
          step.moveTo(new OperatorServing(operator), "", operator);
      case Survey _, Closed _ -> step.stay();
    };
  }

  static Step said(Stepping step, OperatorSaid said) {
    return isServedBy(step, said.operator())
        ? step.log(
                new Entry.Said(
                    Author.OPERATOR,
                    said.operator(),
                    said.text(),
                    said.clientId(),
                    said.attachments(),
                    Stamp.NONE))
            .stay()
        : step.stay();
  }

  static Step transferred(Stepping step, OperatorTransferred offer) {
    var from = offer.operator();
    return isServedBy(step, from) && !offer.to().equals(new Target.Operator(from))
        ? step.moveTo(
            new Transferring(from, offer.to(), offer.reason(), step.place()),
            offer.reason(),
            from,
            offer.note())
        : step.stay();
  }

  static Step transferEnded(Stepping step, String operator) {
    return step.state() instanceof Transferring(var from, var to, _, _)
            && (operator.equals(from) || operator.equals(to.login()))
        ? step.moveTo(new OperatorServing(from), "", operator)
        : step.stay();
  }

  static Step snoozed(Stepping step, OperatorSnoozed snoozed) {
    var operator = snoozed.operator();
    return isServedBy(step, operator) && snoozed.until().isAfter(step.now)
        ? step.moveTo(
            new Snoozed(operator, snoozed.until(), snoozed.note()), "", operator, snoozed.note())
        : step.stay();
  }

  static Step woke(Stepping step, String operator) {
    return step.state() instanceof Snoozed(var own, _, _) && own.equals(operator)
        ? step.moveTo(new OperatorServing(operator), "", operator)
        : step.stay();
  }

  static Step released(Stepping step, String operator) {
    return isServedBy(step, operator)
        ? step.moveTo(new BotServing(List.of()), "", operator)
        : step.stay();
  }

  static Step closed(Stepping step, OperatorClosed closed) {
    var operator = closed.operator();
    boolean may =
        switch (step.state()) {
          case OperatorServing _, Transferring _, Snoozed _ ->
              step.state().operator().equals(operator);
          case WrapUp(var own) -> own.equals(operator) && closed.ending() != Ending.WRAP_UP;
          case BotServing _, Waiting _, Offline _, Survey _, Closed _ -> false;
        };
    return may ? step.moveTo(end(closed), "", operator) : step.stay();
  }

  private static State end(OperatorClosed closed) {
    return switch (closed.ending()) {
      case CLOSED -> new Closed();
      case SURVEY -> new Survey(closed.operator());
      case WRAP_UP -> new WrapUp(closed.operator());
    };
  }

  /** Nobody is left without somebody: who was served is the first of those who wait. */
  static Step left(Stepping step, String operator) {
    return switch (step.state()) {
      case OperatorServing(var serving) when serving.equals(operator) ->
          step.awaitAgain(LEFT, new Target.Anyone(), operator);
      case Transferring(var from, var to, _, _) when to.login().equals(operator) ->
          step.moveTo(new OperatorServing(from), LEFT, operator);
      case Transferring(var from, Target.Operator _, _, _) when from.equals(operator) ->
          step.awaitAgain(LEFT, new Target.Anyone(), operator);
      case Transferring(var from, var to, _, _) when from.equals(operator) ->
          step.awaitAgain(LEFT, to, operator);
      case WrapUp(var own) when own.equals(operator) -> step.moveTo(new Closed(), LEFT, operator);
      case BotServing _,
          Waiting _,
          OperatorServing _,
          Transferring _,
          WrapUp _,
          Offline _,
          Survey _,
          Snoozed _,
          Closed _ ->
          step.stay();
    };
  }

  private static boolean isServedBy(Stepping step, String operator) {
    return step.state().equals(new OperatorServing(operator));
  }
}
