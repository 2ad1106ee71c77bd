package dev.hotdesk.session;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Event.CustomerRated;
import dev.hotdesk.session.Event.CustomerSaid;
import dev.hotdesk.session.Event.MessageLeft;
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
import java.util.List;
import java.util.stream.Stream;

/** The rules of what customers do. Whatever they say is kept, and somebody is there for it. */
final class CustomersPart {

  private CustomersPart() {}

  static Step said(Stepping step, CustomerSaid said) {
    var entry =
        new Entry.Said(
            Author.CUSTOMER, "", said.text(), said.clientId(), said.attachments(), Stamp.NONE);
    return switch (step.state()) {
      case BotServing(var unanswered) when unanswered.size() >= SessionMachine.MOST_UNANSWERED ->
          step.log(entry).await("too_many_questions");
      case BotServing(var unanswered) -> {
        step.log(entry);
        yield step.proceed(with(unanswered, new Question(step.sequence(), said.text())));
      }
      case Closed _, Survey _ -> {
        step.reopen().log(entry);
        yield step.proceed(List.of(new Question(step.sequence(), said.text())));
      }
      case Waiting _, Offline _, OperatorServing _, Transferring _ -> step.log(entry).stay();
      case WrapUp _, Snoozed _ -> returned(step.log(entry));
    };
  }

  static Step left(Stepping step, MessageLeft left) {
    var entry = new Entry.Left(left.text(), left.contact(), left.clientId());
    return switch (step.state()) {
      case BotServing _ -> step.log(entry).await("message_left");
      case Closed _, Survey _ -> step.reopen().log(entry).await("message_left");
      case Waiting _, Offline _, OperatorServing _, Transferring _ -> step.log(entry).stay();
      case WrapUp _, Snoozed _ -> returned(step.log(entry));
    };
  }

  /** What comes after the survey was closed counts as well: the latest does. */
  static Step rated(Stepping step, CustomerRated rated) {
    var entry = new Entry.Rated(rated.score(), rated.comment(), rated.clientId());
    return switch (step.state()) {
      case Survey _ -> step.log(entry).moveTo(new Closed(), "rated", "");
      case Closed _ -> step.log(entry).stay();
      case BotServing _,
          Waiting _,
          OperatorServing _,
          Transferring _,
          WrapUp _,
          Offline _,
          Snoozed _ ->
          step.stay();
    };
  }

  /** The operator is still at it after all; or had put it aside and may be gone. */
  private static Step returned(Stepping step) {
    var operator = step.state().operator();
    return step.state() instanceof WrapUp
        ? step.moveTo(new OperatorServing(operator), "customer_returned", "")
        : step.awaitAgain("customer_returned", new Target.Operator(operator), "");
  }

  private static List<Question> with(List<Question> unanswered, Question latest) {
    return Stream.concat(unanswered.stream(), Stream.of(latest)).toList();
  }
}
