package dev.hotdesk.server.assignment;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Utterance;
import dev.hotdesk.api.WaitingCustomer;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.QueueAdvisors;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks plugins about customers beside everything else, and keeps what they said as long as it
 * matters. Until they have said something, and when there is too much to ask, all is as usual.
 */
public final class PluginAdvice implements Advice {

  private static final Logger LOG = LoggerFactory.getLogger(PluginAdvice.class);
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final int MOST_AT_ONCE = 16;
  private static final int MOST_LOOKED_AT = 60;
  private static final int MOST_LINES = 20;

  private final QueueAdvisors advisors;
  private final Journal journal;
  private final Clock clock;
  private final Executor executor;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Map<String, Weighed> weighed = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, Suspicion> suspicions = new ConcurrentHashMap<>();
  private volatile Consumer<String> listener = _ -> {};

  /** Asks these. */
  public PluginAdvice(QueueAdvisors advisors, Journal journal, Clock clock, Executor executor) {
    this.advisors = advisors;
    this.journal = journal;
    this.clock = clock;
    this.executor = executor;
  }

  private record Weighed(Waiter.Priority priority, Instant at) {}

  @Override
  public void whenFound(Consumer<String> heard) {
    listener = heard;
  }

  @Override
  public Waiter.Priority priority(Floor.Waiting waiting) {
    var id = waiting.now().id();
    var known = weighed.get(id);
    var isFresh = known != null && known.at().plus(GOOD_FOR).isAfter(clock.instant());
    var isWaiting = waiting.now().session().state() instanceof State.Waiting;
    if (!isFresh && isWaiting && advisors.weighs() && asked.add(id)) {
      beside(() -> weigh(waiting), () -> asked.remove(id));
    }
    return known == null ? Waiter.Priority.USUAL : known.priority();
  }

  @Override
  public Optional<Waiter.Hold> hold(String conversation) {
    return Optional.ofNullable(suspicions.get(conversation)).flatMap(Suspicion::hold);
  }

  @Override
  public List<Flag> flags(String conversation) {
    var suspicion = suspicions.get(conversation);
    return suspicion == null ? List.of() : suspicion.flags();
  }

  @Override
  public boolean isLimited(String conversation) {
    var suspicion = suspicions.get(conversation);
    return suspicion != null && suspicion.limited().isAfter(clock.instant());
  }

  @Override
  public void take(Conversation now, List<Logged> entries) {
    var state = now.session().state();
    if (!(state instanceof State.Waiting)) {
      weighed.remove(now.id());
    }
    if (state instanceof State.Closed) {
      suspicions.remove(now.id());
    }
    for (var logged : entries) {
      if (logged.entry() instanceof Entry.Said said
          && said.author() == Author.CUSTOMER
          && advisors.screens()) {
        beside(() -> screen(now, logged, said.text()), () -> {});
      }
    }
  }

  /** Runs on a borrowed thread, or not at all if too much is under way. */
  private void beside(Runnable work, Runnable then) {
    if (!places.tryAcquire()) {
      then.run();
      return;
    }
    try {
      executor.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              LOG.warn("Nothing was found out about a customer: {}", e.toString());
            } finally {
              places.release();
              then.run();
            }
          });
    } catch (RejectedExecutionException _) {
      places.release();
      then.run();
    }
  }

  private void weigh(Floor.Waiting waiting) {
    var now = waiting.now();
    var advised =
        advisors.weigh(
            new WaitingCustomer(
                now.id(),
                now.channel(),
                now.customerId(),
                now.store(),
                now.tier(),
                now.dialogue().language(),
                waiting.reason(),
                waiting.intent(),
                waiting.since()));
    var priority = advised.isEmpty() ? Waiter.Priority.USUAL : Priorities.together(advised);
    var before = weighed.put(now.id(), new Weighed(priority, clock.instant()));
    if (!priority.equals(before == null ? Waiter.Priority.USUAL : before.priority())) {
      listener.accept(now.id());
    }
  }

  private void screen(Conversation now, Logged logged, String text) {
    var lines =
        journal.latest(now.id(), MOST_LOOKED_AT).stream()
            .filter(it -> it.sequence() < logged.sequence())
            .flatMap(PluginAdvice::line)
            .toList();
    var said =
        new Utterance(
            now.id(),
            now.channel(),
            now.customerId(),
            text,
            logged.at(),
            lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    for (var advised : advisors.screen(said)) {
      suspect(now.id(), advised);
    }
  }

  private static Stream<Utterance.Line> line(Logged logged) {
    return logged.entry() instanceof Entry.Said said && said.author() == Author.CUSTOMER
        ? Stream.of(new Utterance.Line(said.text(), logged.at()))
        : Stream.empty();
  }

  private void suspect(String conversation, QueueAdvisors.Advised<Screened> advised) {
    suspicions.merge(
        conversation,
        Suspicion.NONE.and(advised, clock.instant()),
        (before, _) -> before.and(advised, clock.instant()));
    LOG.info("Plugin {} on conversation {}: {}", advised.plugin(), conversation, advised.advice());
    listener.accept(conversation);
  }
}
