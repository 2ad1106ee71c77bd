package dev.hotdesk.routing;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.session.Event.AgentReplied;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an operator what the agents would answer a customer. Agents are run as for candidates that
 * only listen: they read, and change nothing; nothing is said, remembered or counted.
 *
 * <p>Called by many threads at once; blocks, for no longer than one turn of an agent may take.
 */
public final class Suggestions {

  /** So many words to choose from are read before an own answer is typed. */
  public static final int MOST = 3;

  /** A matter that is less likely than this is no help. */
  static final double LEAST = 0.1;

  private static final int MOST_AT_ONCE = 4;
  private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

  private final Plugins plugins;
  private final Supplier<DataSource> shop;
  private final Bounds bounds;
  private final RunningTurn.Means means;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  /** Asks these plugins. */
  public Suggestions(Plugins plugins, Supplier<DataSource> shop, Bounds bounds, Clock clock) {
    this.plugins = plugins;
    this.shop = shop;
    this.bounds = bounds;
    this.means = RunningTurn.Means.of(TurnWatch.NONE, bounds, clock);
  }

  /**
   * What the agents would answer: first as the customer would be answered now, then for what else
   * the words may mean, then what advisers find. Empty if they are at a loss, or fail.
   *
   * @throws SuggestionsBusyException if too many operators ask at this moment
   */
  public List<Suggestion> to(TurnRequest question) {
    if (!free.tryAcquire()) {
      throw new SuggestionsBusyException(MOST_AT_ONCE);
    }
    try (var lease = new ShadowLease(plugins.lease(question.conversation()))) {
      return found(question, lease);
    } finally {
      free.release();
    }
  }

  private List<Suggestion> found(TurnRequest question, Lease lease) {
    var end = System.nanoTime() + bounds.agent().toNanos();
    var leaning = new LeaningModel(lease.intentModel());
    var found = new ArrayList<Suggestion>();
    var advisers = lease.advisers().stream().map(Suggestions::named).toList();
    offer(found, turn(question, new LeaningLease(lease, leaning), end), advisers);
    var candidates = leaning.first().map(Understood::candidates).orElse(List.of());
    for (var candidate : candidates) {
      if (found.size() == MOST || candidate.probability() < LEAST) {
        break;
      }
      if (found.stream().noneMatch(it -> it.intent().equals(candidate.intent().name()))) {
        var only = new LeaningLease(lease, leaning.towards(candidate));
        offer(found, turn(anew(question), only, end), advisers);
      }
    }
    if (found.size() < MOST) {
      leaning
          .first()
          .flatMap(understood -> advice(question, understood, lease, end))
          .ifPresent(it -> offer(found, Optional.of(it), advisers));
    }
    return found;
  }

  /** What the shop's documents say, if somebody looks there: it belongs to no intent. */
  private Optional<Suggestion> advice(
      TurnRequest question, Understood understood, Lease lease, long end) {
    var left = left(end);
    if (!left.isPositive()) {
      return Optional.empty();
    }
    var slots = question.dialogue().slots(understood.slots(), question.sku());
    var turn =
        new Turn(
            question.conversation(),
            question.ask().question().text(),
            new Understanding(understood.language(), new Intent("unknown"), 0, slots),
            question.history());
    var erp =
        new CustomersErp(
            new ShopConnection(lease.erp(), shop, shorter(left, bounds.erp())),
            question.conversation(),
            question.customerId(),
            slots,
            means.guesses());
    return Advice.on(turn, lease, erp, left)
        .map(it -> new Suggestion(it.text(), "", 0, it.plugin() + "@" + it.version(), Map.of()));
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private static String named(Plugged<?> plugged) {
    return plugged.plugin() + "@" + plugged.version();
  }

  private static void offer(
      List<Suggestion> found, Optional<Suggestion> next, List<String> advisers) {
    next.filter(it -> found.stream().noneMatch(before -> before.text().equals(it.text())))
        .map(
            it ->
                advisers.contains(it.agent())
                    ? new Suggestion(it.text(), "", 0, it.agent(), Map.of())
                    : it)
        .ifPresent(found::add);
  }

  private Optional<Suggestion> turn(TurnRequest question, Lease lease, long end) {
    var left = left(end);
    if (!left.isPositive()) {
      return Optional.empty();
    }
    var within = new Bounds(left, shorter(left, bounds.erp()), bounds.catalogueAge());
    try {
      var answer = new RunningTurn(question, shop, within, means, "").run(lease);
      return answer.event() instanceof AgentReplied replied ? words(replied) : Optional.empty();
    } catch (PluginFaultException | ModelUnavailableException | ErpUnavailableException e) {
      LOG.debug("Nothing to suggest in {}: {}", question.conversation(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("A suggestion in {} failed in the runtime itself", question.conversation(), e);
    }
    return Optional.empty();
  }

  private static Optional<Suggestion> words(AgentReplied replied) {
    var insight = replied.insight();
    // What the desk says itself, such as asking to choose, is for those who talk to a bot.
    return insight.agent().isEmpty()
        ? Optional.empty()
        : text(replied.reply())
            .map(
                it ->
                    new Suggestion(
                        it,
                        insight.intent(),
                        insight.confidence(),
                        insight.agent(),
                        insight.slots()));
  }

  private static Optional<String> text(Reply reply) {
    return switch (reply) {
      case Reply.Say(var text) -> Optional.of(text);
      case Reply.Ask(var text, _) -> Optional.of(text);
      case Reply.HandOver _ -> Optional.empty();
      case Reply.Remembering(var inner, _) -> text(inner);
    };
  }

  /** The same words, as the beginning of another matter. */
  private static TurnRequest anew(TurnRequest question) {
    var before = question.dialogue();
    return new TurnRequest(
        question.conversation(),
        question.ask(),
        new Dialogue("", "", "", before.slots(), before.language()),
        question.customerId(),
        question.sku(),
        question.history());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
