package dev.hotdesk.session;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Reply;
import dev.hotdesk.session.Event.AgentFailed;
import dev.hotdesk.session.Event.AgentReplied;
import dev.hotdesk.session.State.BotServing;

/** The rules of what agents answer. Only what is asked of them now counts. */
final class AgentsPart {

  private AgentsPart() {}

  static Step replied(Stepping step, AgentReplied replied) {
    if (!isAsked(step.session(), replied.epoch(), replied.question())) {
      return step.stay();
    }
    step.log(new Entry.Understood(replied.question(), replied.insight()));
    return decided(step, replied.agent(), replied.reply());
  }

  static Step failed(Stepping step, AgentFailed failed) {
    return isAsked(step.session(), failed.epoch(), failed.question())
        ? step.log(new Entry.Understood(failed.question(), failed.insight())).await(failed.reason())
        : step.stay();
  }

  private static Step decided(Stepping step, String agent, Reply reply) {
    return switch (reply) {
      case Reply.Say(var text) -> answered(step, agent, text);
      case Reply.Ask(var text, _) -> answered(step, agent, text);
      case Reply.HandOver(var reason) -> step.await(reason);
      case Reply.Remembering(var inner, _) -> decided(step, agent, inner);
    };
  }

  private static Step answered(Stepping step, String agent, String text) {
    step.log(new Entry.Said(Author.AGENT, agent, text, ""));
    var unanswered = ((BotServing) step.state()).unanswered();
    return step.proceed(unanswered.subList(1, unanswered.size()));
  }

  private static boolean isAsked(Session session, long epoch, long question) {
    return session.epoch() == epoch
        && session.state() instanceof BotServing(var unanswered)
        && !unanswered.isEmpty()
        && unanswered.getFirst().sequence() == question;
  }
}
