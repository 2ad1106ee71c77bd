package dev.hotdesk.routing;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Event.Insight;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One question on its way through. Used by one thread. */
final class RunningTurn {

  private final TurnRequest question;
  private final Supplier<DataSource> shop;
  private final Bounds bounds;
  private final Means means;
  private final String notAgain;
  private final long began = System.nanoTime();
  private Understanding understanding;
  private boolean isNamed;
  private String agent = "";
  private boolean isSkipped;

  /**
   * A turn that has not begun.
   *
   * @param shop the database that ERP connectors are lent
   * @param notAgain the agent and version that need not be asked, or empty
   */
  RunningTurn(
      TurnRequest question,
      Supplier<DataSource> shop,
      Bounds bounds,
      Means means,
      String notAgain) {
    this.question = question;
    this.shop = shop;
    this.bounds = bounds;
    this.means = means;
    this.notAgain = notAgain;
    this.understanding =
        new Understanding(question.dialogue().language(), new Intent("unknown"), 0, Map.of());
  }

  /** Answers it with what this lease is on. */
  Answer run(Lease lease) {
    var dialogue = question.dialogue();
    var shop = new ShopConnection(lease.erp(), this.shop, bounds.erp());
    var understood =
        lease
            .intentModel()
            .understand(
                question.ask().question().text(),
                dialogue.asked(),
                means.catalogues().catalogue(shop));
    means.watch().understood(elapsed());
    var language = understood.bare() ? dialogue.language() : understood.language();
    var slots = dialogue.slots(understood.slots(), question.sku());
    String chosen;
    if (dialogue.isContinuedBy(understood)) {
      chosen = dialogue.agent();
      see(new Understanding(language, new Intent(dialogue.intent()), 1, slots));
    } else if (understood.candidates().isEmpty()) {
      see(new Understanding(language, understanding.intent(), 0, slots));
      return advised(lease, shop, "no_agent");
    } else {
      var best = understood.candidates().getFirst();
      chosen = best.agent();
      see(new Understanding(language, best.intent(), best.probability(), slots));
      isNamed = true;
      if (!understood.inScope()) {
        return advised(lease, shop, "not_understood");
      }
    }
    isNamed = true;
    var plugged = lease.agent(chosen);
    if (plugged.isEmpty()) {
      return failed("no_agent");
    }
    agent = chosen + "@" + plugged.get().version();
    if (agent.equals(notAgain)) {
      isSkipped = true;
      return failed("same_agent");
    }
    return respond(plugged.get(), shop, language, slots);
  }

  private Answer respond(
      Plugged<Agent> plugged, ShopConnection shop, Language language, Map<String, String> slots) {
    var erp =
        new CustomersErp(
            shop, question.conversation(), question.customerId(), slots, means.guesses());
    var memory = question.dialogue().memory(plugged.plugin());
    var turn =
        new Turn(
            question.conversation(),
            question.ask().question().text(),
            understanding,
            question.history());
    var answered =
        plugged.call(
            "respond",
            bounds.agent(),
            extension -> {
              var context = LentToAgent.turn(plugged, erp, language, memory.in(extension));
              var refined =
                  turn.with(
                      Objects.requireNonNull(
                          extension.understand(turn, context), "understand returned null"));
              var reply =
                  Objects.requireNonNull(
                      extension.respond(refined, context), "respond returned null");
              return reply instanceof Reply.Remembering(var inner, var document)
                  ? new Answered(refined, inner, Memory.of(extension, document))
                  : new Answered(refined, reply, memory);
            });
    see(answered.turn.understanding());
    var reply = answered.reply;
    means.watch().ended(outcome(reply), elapsed());
    var event =
        new Event.AgentReplied(
            question.ask().epoch(),
            question.ask().question().sequence(),
            insight(),
            plugged.plugin(),
            reply);
    return new Answer(
        event,
        remembered(plugged.plugin(), reply)
            .remembering(question.dialogue(), plugged.plugin(), answered.memory));
  }

  /** What an adviser says about it; if none does, the answer that brings a person. */
  private Answer advised(Lease lease, ShopConnection shop, String otherwise) {
    return Advice.on(turn(), lease, erp(shop), bounds.agent())
        .map(this::said)
        .orElseGet(() -> failed(otherwise));
  }

  private Answer said(Advice advice) {
    agent = advice.plugin() + "@" + advice.version();
    var reply = Reply.say(advice.text());
    means.watch().ended("advise", elapsed());
    var event =
        new Event.AgentReplied(
            question.ask().epoch(),
            question.ask().question().sequence(),
            insight(),
            advice.plugin(),
            reply);
    return new Answer(
        event, remembered("", reply).remembering(question.dialogue(), "", Memory.NONE));
  }

  private Turn turn() {
    return new Turn(
        question.conversation(),
        question.ask().question().text(),
        understanding,
        question.history());
  }

  private CustomersErp erp(ShopConnection shop) {
    return new CustomersErp(
        shop,
        question.conversation(),
        question.customerId(),
        understanding.slots(),
        means.guesses());
  }

  /** The answer that brings a person, for this reason. */
  Answer failed(String reason) {
    means.watch().ended(reason, elapsed());
    var event =
        new Event.AgentFailed(
            question.ask().epoch(), question.ask().question().sequence(), insight(), reason);
    return new Answer(
        event,
        remembered("", Reply.handOver(reason)).remembering(question.dialogue(), "", Memory.NONE));
  }

  /** The agent and version that was asked; empty if it did not come to that. */
  String agent() {
    return agent;
  }

  /** Whether the agent need not be asked. */
  boolean isSkipped() {
    return isSkipped;
  }

  private void see(Understanding seen) {
    understanding = seen;
  }

  private Dialogue remembered(String plugin, Reply reply) {
    var asked = reply instanceof Reply.Ask ask ? ask.slot() : "";
    var slots = new HashMap<>(understanding.slots());
    slots.remove(asked);
    return new Dialogue(
        plugin,
        plugin.isEmpty() ? "" : understanding.intent().name(),
        asked,
        slots,
        understanding.language());
  }

  private Insight insight() {
    return new Insight(
        isNamed ? understanding.intent().name() : "",
        understanding.confidence(),
        understanding.slots(),
        agent,
        elapsed().toMillis());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static String outcome(Reply reply) {
    return switch (reply) {
      case Reply.Say _ -> "say";
      case Reply.Ask _ -> "ask";
      case Reply.HandOver _ -> "hand_over";
      case Reply.Remembering(var inner, _) -> outcome(inner);
    };
  }

  /** What turns share; those of which nobody hears have their own, so that they leave no trace. */
  record Means(TurnWatch watch, Guesses guesses, CatalogueShelf catalogues) {
    static Means of(TurnWatch watch, Bounds bounds, Clock clock) {
      return new Means(watch, new Guesses(clock), new CatalogueShelf(clock, bounds.catalogueAge()));
    }
  }

  private record Answered(Turn turn, Reply reply, Memory memory) {}
}
