package dev.hotdesk.session;

import dev.hotdesk.session.Event.AgentFailed;
import dev.hotdesk.session.Event.AgentReplied;
import dev.hotdesk.session.Event.CustomerDescribed;
import dev.hotdesk.session.Event.CustomerIdentified;
import dev.hotdesk.session.Event.CustomerRated;
import dev.hotdesk.session.Event.CustomerSaid;
import dev.hotdesk.session.Event.CustomerViewed;
import dev.hotdesk.session.Event.MessageLeft;
import dev.hotdesk.session.Event.Noticed;
import dev.hotdesk.session.Event.OperatorClosed;
import dev.hotdesk.session.Event.OperatorCorrected;
import dev.hotdesk.session.Event.OperatorGiven;
import dev.hotdesk.session.Event.OperatorLeft;
import dev.hotdesk.session.Event.OperatorRecalled;
import dev.hotdesk.session.Event.OperatorReleased;
import dev.hotdesk.session.Event.OperatorSaid;
import dev.hotdesk.session.Event.OperatorSnoozed;
import dev.hotdesk.session.Event.OperatorTook;
import dev.hotdesk.session.Event.OperatorTransferred;
import dev.hotdesk.session.Event.OperatorWoke;
import dev.hotdesk.session.Event.SupervisorTook;
import dev.hotdesk.session.Event.TimerRang;
import dev.hotdesk.session.Event.TransferEnded;
import java.time.Instant;

/** All rules of a session, as one function of the session, an event and the time. */
public final class SessionMachine {

  /** How many unanswered questions a session keeps for the bot; with more, a person is needed. */
  public static final int MOST_UNANSWERED = 20;

  private SessionMachine() {}

  /**
   * What this event changes in this session. An event without a rule in the present state changes
   * nothing.
   */
  public static Step step(Session session, Event event, Instant now) {
    var step = new Stepping(session, now);
    return switch (event) {
      case CustomerSaid said -> CustomersPart.said(step, said);
      case CustomerViewed(var sku) -> step.log(new Entry.Viewed(sku)).stay();
      case CustomerIdentified(var customer) -> step.log(new Entry.Identified(customer)).stay();
      case CustomerDescribed(var store, var tier) ->
          step.log(new Entry.Described(store, tier)).stay();
      case MessageLeft left -> CustomersPart.left(step, left);
      case CustomerRated rated -> CustomersPart.rated(step, rated);
      case AgentReplied replied -> AgentsPart.replied(step, replied);
      case AgentFailed failed -> AgentsPart.failed(step, failed);
      case OperatorTook(var operator) -> OperatorsPart.took(step, operator);
      case OperatorGiven given -> OperatorsPart.given(step, given);
      case SupervisorTook(var operator) -> OperatorsPart.supervisorTook(step, operator);
      case OperatorSaid said -> OperatorsPart.said(step, said);
      case OperatorRecalled(var operator, var message) ->
          step.log(new Entry.Recalled(message, operator)).stay();
      case OperatorTransferred offer -> OperatorsPart.transferred(step, offer);
      case TransferEnded(var operator) -> OperatorsPart.transferEnded(step, operator);
      case OperatorSnoozed snoozed -> OperatorsPart.snoozed(step, snoozed);
      case OperatorWoke(var operator) -> OperatorsPart.woke(step, operator);
      case OperatorReleased(var operator) -> OperatorsPart.released(step, operator);
      case OperatorClosed closed -> OperatorsPart.closed(step, closed);
      case OperatorLeft(var operator) -> OperatorsPart.left(step, operator);
      case OperatorCorrected(var operator, var question, var intent) ->
          step.log(new Entry.Corrected(question, intent, operator)).stay();
      case Noticed(var id, var text, var by) ->
          session.state() instanceof State.Closed
              ? step.stay()
              : step.log(new Entry.Noticed(id, text, by)).stay();
      case TimerRang rang -> ClocksPart.rang(step, rang);
    };
  }
}
