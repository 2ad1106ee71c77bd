package dev.hotdesk.session;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Event.AgentFailed;
import dev.hotdesk.session.Event.AgentReplied;
import dev.hotdesk.session.Event.CustomerDescribed;
import dev.hotdesk.session.Event.CustomerIdentified;
import dev.hotdesk.session.Event.CustomerQuiet;
import dev.hotdesk.session.Event.CustomerSaid;
import dev.hotdesk.session.Event.CustomerViewed;
import dev.hotdesk.session.Event.OperatorClosed;
import dev.hotdesk.session.Event.OperatorCorrected;
import dev.hotdesk.session.Event.OperatorGiven;
import dev.hotdesk.session.Event.OperatorLeft;
import dev.hotdesk.session.Event.OperatorRecalled;
import dev.hotdesk.session.Event.OperatorReleased;
import dev.hotdesk.session.Event.OperatorSaid;
import dev.hotdesk.session.Event.OperatorTook;
import dev.hotdesk.session.Event.OperatorTransferred;
import dev.hotdesk.session.Event.SupervisorTook;
import dev.hotdesk.session.Event.TransferEnded;
import dev.hotdesk.session.State.BotServing;
import dev.hotdesk.session.State.Closed;
import dev.hotdesk.session.State.OperatorServing;
import dev.hotdesk.session.State.Question;
import dev.hotdesk.session.State.Transferring;
import dev.hotdesk.session.State.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules of a session, as one function of the session and an event. */
public final class SessionMachine {

  /** How many unanswered questions a session keeps for the bot; with more, a person is needed. */
  public static final int MOST_UNANSWERED = 20;

  private SessionMachine() {}

  /**
   * What this event changes in this session. An event without a rule in the present state changes
   * nothing.
   */
  public static Step step(Session session, Event event) {
    var now = new Stepping(session);
    return switch (event) {
      case CustomerSaid said -> customerSaid(now, said);
      case CustomerViewed viewed -> now.log(new Entry.Viewed(viewed.sku())).stay();
      case CustomerIdentified identified ->
          now.log(new Entry.Identified(identified.customerId())).stay();
      case CustomerDescribed(var store, var tier) ->
          now.log(new Entry.Described(store, tier)).stay();
      case CustomerQuiet(var last) ->
          session.lastSequence() == last && session.state().equals(new BotServing(List.of()))
              ? now.moveTo(new Closed(), "quiet", "")
              : now.stay();
      case OperatorCorrected it ->
          now.log(new Entry.Corrected(it.question(), it.intent(), it.operator())).stay();
      case AgentReplied replied ->
          isAsked(session, replied.epoch(), replied.question())
              ? agentReplied(now, replied)
              : now.stay();
      case AgentFailed failed ->
          isAsked(session, failed.epoch(), failed.question())
              ? now.log(new Entry.Understood(failed.question(), failed.insight()))
                  .moveTo(new Waiting(failed.reason()), failed.reason(), "")
              : now.stay();
      case OperatorTook(var operator) -> took(now, operator);
      case OperatorGiven(var epoch, var operator, var reason) ->
          session.epoch() == epoch && session.state() instanceof Waiting
              ? now.moveTo(new OperatorServing(operator), reason, "")
              : now.stay();
      case SupervisorTook(var operator) -> supervisorTook(now, operator);
      case OperatorSaid said ->
          session.state().equals(new OperatorServing(said.operator()))
              ? now.log(
                      new Entry.Said(
                          Author.OPERATOR,
                          said.operator(),
                          said.text(),
                          said.clientId(),
                          said.attachments(),
                          Stamp.NONE))
                  .stay()
              : now.stay();
      case OperatorRecalled(var operator, var message) ->
          now.log(new Entry.Recalled(message, operator)).stay();
      case OperatorTransferred it ->
          session.state().equals(new OperatorServing(it.operator()))
                  && !it.to().equals(it.operator())
              ? now.moveTo(new Transferring(it.operator(), it.to()), it.note(), it.operator())
              : now.stay();
      case TransferEnded(var operator) ->
          session.state() instanceof Transferring(var from, var to)
                  && (operator.equals(from) || operator.equals(to))
              ? now.moveTo(new OperatorServing(from), "", operator)
              : now.stay();
      case OperatorReleased(var operator) ->
          session.state().equals(new OperatorServing(operator))
              ? now.moveTo(new BotServing(List.of()), "", operator)
              : now.stay();
      case OperatorClosed(var operator) ->
          serves(session.state(), operator) ? now.moveTo(new Closed(), "", operator) : now.stay();
      case OperatorLeft(var operator) -> left(now, operator);
    };
  }

  private static Step customerSaid(Stepping now, CustomerSaid said) {
    var entry =
        new Entry.Said(
            Author.CUSTOMER, "", said.text(), said.clientId(), said.attachments(), Stamp.NONE);
    return switch (now.session.state()) {
      case BotServing(var unanswered) when unanswered.size() >= MOST_UNANSWERED ->
          now.log(entry).moveTo(new Waiting("too_many_questions"), "too_many_questions", "");
      case BotServing(var unanswered) -> {
        now.log(entry);
        yield now.proceed(with(unanswered, new Question(now.sequence, said.text())));
      }
      case Closed _ -> {
        now.reopen();
        now.log(entry);
        yield now.proceed(List.of(new Question(now.sequence, said.text())));
      }
      case Waiting _, OperatorServing _, Transferring _ -> now.log(entry).stay();
    };
  }

  private static List<Question> with(List<Question> unanswered, Question latest) {
    return Stream.concat(unanswered.stream(), Stream.of(latest)).toList();
  }

  private static Step agentReplied(Stepping now, AgentReplied replied) {
    now.log(new Entry.Understood(replied.question(), replied.insight()));
    return decided(now, replied, replied.reply());
  }

  private static Step decided(Stepping now, AgentReplied replied, Reply reply) {
    return switch (reply) {
      case Reply.Say(var text) -> answered(now, replied.agent(), text);
      case Reply.Ask(var text, _) -> answered(now, replied.agent(), text);
      case Reply.HandOver(var reason) -> now.moveTo(new Waiting(reason), reason, "");
      case Reply.Remembering(var inner, _) -> decided(now, replied, inner);
    };
  }

  private static Step answered(Stepping now, String agent, String text) {
    now.log(new Entry.Said(Author.AGENT, agent, text, ""));
    var unanswered = ((BotServing) now.session.state()).unanswered();
    return now.proceed(unanswered.subList(1, unanswered.size()));
  }

  private static Step took(Stepping now, String operator) {
    return switch (now.session.state()) {
      case Waiting _, BotServing _ -> now.moveTo(new OperatorServing(operator), "", operator);
      case Transferring(_, var to) when to.equals(operator) ->
          now.moveTo(new OperatorServing(operator), "", operator);
      case Transferring _, OperatorServing _, Closed _ -> now.stay();
    };
  }

  private static Step supervisorTook(Stepping now, String operator) {
    return switch (now.session.state()) {
      case OperatorServing(var serving) when serving.equals(operator) -> now.stay();
      case Waiting _, BotServing _, OperatorServing _, Transferring _ ->
          now.moveTo(new OperatorServing(operator), "", operator);
      case Closed _ -> now.stay();
    };
  }

  private static Step left(Stepping now, String operator) {
    return switch (now.session.state()) {
      case OperatorServing(var serving) when serving.equals(operator) ->
          now.moveTo(new Waiting("operator_left"), "operator_left", operator);
      case Transferring(var from, var to) when to.equals(operator) ->
          now.moveTo(new OperatorServing(from), "operator_left", operator);
      case Transferring(var from, _) when from.equals(operator) ->
          now.moveTo(new Waiting("operator_left"), "operator_left", operator);
      case Waiting _, BotServing _, OperatorServing _, Transferring _, Closed _ -> now.stay();
    };
  }

  private static boolean isAsked(Session session, long epoch, long question) {
    return session.epoch() == epoch
        && session.state() instanceof BotServing(var unanswered)
        && !unanswered.isEmpty()
        && unanswered.getFirst().sequence() == question;
  }

  private static boolean serves(State state, String operator) {
    return state.equals(new OperatorServing(operator))
        || (state instanceof Transferring(var from, _) && from.equals(operator));
  }

  /** A step in the making. */
  private static final class Stepping {

    private Session session;
    private long sequence;
    private final List<Entry> entries = new ArrayList<>();

    Stepping(Session session) {
      this.session = session;
      this.sequence = session.lastSequence();
    }

    Stepping log(Entry entry) {
      entries.add(entry);
      sequence++;
      return this;
    }

    /** Begins the next episode. */
    void reopen() {
      session =
          new Session(
              session.number() + 1,
              new BotServing(List.of()),
              session.epoch() + 1,
              session.lastSequence());
      log(new Entry.Moved(session.state(), "reopened", ""));
    }

    /** Nothing changes but the log. */
    Step stay() {
      return end(session.state(), session.epoch());
    }

    /** The writer changes: whatever the former one was about to say is void. */
    Step moveTo(State state, String reason, String by) {
      log(new Entry.Moved(state, reason, by));
      return end(state, session.epoch() + 1);
    }

    /** The bot goes on with these questions, the first of them now. */
    Step proceed(List<Question> unanswered) {
      return end(new BotServing(unanswered), session.epoch());
    }

    private Step end(State state, long epoch) {
      return new Step(new Session(session.number(), state, epoch, sequence), entries);
    }
  }
}
