package dev.hotdesk.routing;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.session.Event;
import java.time.Clock;
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
  private final RunningTurn.Means means;
  private final RunningTurn.Means shadowMeans;
  private final Shadows shadows;

  /** Puts questions to these plugins. */
  public Agents(
      Plugins plugins, Supplier<DataSource> shop, Bounds bounds, Clock clock, TurnWatch watch) {
    this.plugins = plugins;
    this.shop = shop;
    this.bounds = bounds;
    this.means = RunningTurn.Means.of(watch, bounds, clock);
    this.shadowMeans = RunningTurn.Means.of(TurnWatch.NONE, bounds, clock);
    this.shadows = new Shadows(plugins);
  }

  /** Answers one question. Never throws: a fault is an answer that brings a person. */
  public Answer answer(TurnRequest question) {
    var turn = new RunningTurn(question, shop, bounds, means, "");
    try (var lease = plugins.lease(question.conversation())) {
      var answer = turn.run(lease);
      shadows.follow(lease, answer.event(), shadow -> listen(question, turn.agent(), shadow));
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
    var turn = new RunningTurn(question, shop, bounds, shadowMeans, served);
    var event = turn.run(shadow).event();
    return turn.isSkipped() ? Optional.empty() : Optional.of(event);
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
}
