package dev.hotdesk.routing;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Event.Insight;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers customers' questions: understands them, picks the agent that owns the matter, and runs it
 * within time and fault bounds. Whatever goes wrong becomes a reason to bring a person.
 *
 * <p>Called by many threads at once; blocks for as long as the agent takes.
 */
public final class Agents {

  private static final Logger LOG = LoggerFactory.getLogger(Agents.class);

  private final Plugins plugins;
  private final Supplier<DataSource> shop;
  private final Bounds bounds;
  private final Means means;
  private final Means shadowMeans;
  private final Shadows shadows;

  /** Puts questions to these plugins. */
  public Agents(
      Plugins plugins, Supplier<DataSource> shop, Bounds bounds, Clock clock, TurnWatch watch) {
    this.plugins = plugins;
    this.shop = shop;
    this.bounds = bounds;
    this.means = Means.of(watch, bounds, clock);
    this.shadowMeans = Means.of(TurnWatch.NONE, bounds, clock);
    this.shadows = new Shadows(plugins);
  }

  /** Answers one question. Never throws: a fault is an answer that brings a person. */
  public Answer answer(TurnRequest question) {
    var turn = new RunningTurn(question, means, "");
    try (var lease = plugins.lease(question.conversation())) {
      var answer = turn.run(lease);
      shadows.follow(lease, answer.event(), shadow -> listen(question, turn.agent, shadow));
      return answer;
    } catch (ModelUnavailableException e) {
      LOG.error("Customers cannot be understood: {}", e.getMessage());
      return turn.failed("model_unavailable");
    } catch (ErpUnavailableException e) {
      LOG.warn("{}", e.getMessage());
      return turn.failed("erp_unavailable");
    } catch (PluginFaultException e) {
      return turn.failed(reason(e));
    } catch (RuntimeException e) {
      LOG.error(
          "A turn of conversation {} failed in the runtime itself", question.conversation(), e);
      return turn.failed("internal_error");
    }
  }

  /** What candidates would do about a question; empty if the very same agent would answer. */
  private Optional<Event> listen(TurnRequest question, String served, Lease shadow) {
    var turn = new RunningTurn(question, shadowMeans, served);
    var event = turn.run(shadow).event();
    return turn.isSkipped ? Optional.empty() : Optional.of(event);
  }

  private static String reason(PluginFaultException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ErpUnavailableException) {
        LOG.warn("{}", cause.getMessage());
        return "erp_unavailable";
      }
    }
    LOG.warn("{}", fault.getMessage(), fault.getCause());
    return switch (fault.kind()) {
      case TIMED_OUT -> "agent_timed_out";
      case OVERLOADED, CIRCUIT_OPEN -> "agent_overloaded";
      case THREW, RETURNED_NOTHING -> "agent_failed";
    };
  }

  /** One question on its way through. Used by one thread. */
  private final class RunningTurn {

    private final TurnRequest question;
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
     * @param notAgain the agent and version that need not be asked, or empty
     */
    RunningTurn(TurnRequest question, Means means, String notAgain) {
      this.question = question;
      this.means = means;
      this.notAgain = notAgain;
      this.understanding =
          new Understanding(question.dialogue().language(), new Intent("unknown"), 0, Map.of());
    }

    Answer run(Lease lease) {
      var dialogue = question.dialogue();
      var shop = new ShopConnection(lease.erp(), Agents.this.shop, bounds.erp());
      var understood =
          lease
              .intentModel()
              .understand(
                  question.ask().question().text(),
                  dialogue.asked(),
                  means.catalogues.catalogue(shop));
      means.watch.understood(elapsed());
      var language = understood.bare() ? dialogue.language() : understood.language();
      var slots = dialogue.slots(understood.slots(), question.sku());
      String chosen;
      if (dialogue.isContinuedBy(understood)) {
        chosen = dialogue.agent();
        see(new Understanding(language, new Intent(dialogue.intent()), 1, slots));
      } else if (understood.candidates().isEmpty()) {
        see(new Understanding(language, understanding.intent(), 0, slots));
        return failed("no_agent");
      } else {
        var best = understood.candidates().getFirst();
        chosen = best.agent();
        see(new Understanding(language, best.intent(), best.probability(), slots));
        isNamed = true;
        if (!understood.inScope()) {
          return failed("not_understood");
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
              shop, question.conversation(), question.customerId(), slots, means.guesses);
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
      means.watch.ended(outcome(reply), elapsed());
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

    Answer failed(String reason) {
      means.watch.ended(reason, elapsed());
      var event =
          new Event.AgentFailed(
              question.ask().epoch(), question.ask().question().sequence(), insight(), reason);
      return new Answer(
          event,
          remembered("", Reply.handOver(reason)).remembering(question.dialogue(), "", Memory.NONE));
    }

    private void see(Understanding seen) {
      understanding = seen;
    }

    private Dialogue remembered(String plugin, Reply reply) {
      var asked = reply instanceof Reply.Ask ask ? ask.slot() : "";
      var slots = new java.util.HashMap<>(understanding.slots());
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
  private record Means(TurnWatch watch, Guesses guesses, CatalogueShelf catalogues) {
    static Means of(TurnWatch watch, Bounds bounds, Clock clock) {
      return new Means(watch, new Guesses(clock), new CatalogueShelf(clock, bounds.catalogueAge()));
    }
  }

  private record Answered(Turn turn, Reply reply, Memory memory) {}
}
