package dev.hotdesk.generation;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugged;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which generation serves what, at one moment: a stable arm, and while a rollout is under way the
 * candidates' arm with its share. Immutable but for the count of its leases.
 *
 * <p>The count and the closing bit are one number. A lease is either counted before the table
 * closes, or refused: it cannot slip in between, and so never meets an unloaded plugin.
 */
final class RoutingTable {

  private static final int CLOSING = 1 << 31;

  private final Arm stable;
  private final Optional<Trial> trial;
  private final AtomicInteger claims = new AtomicInteger();
  private volatile Runnable whenDrained = () -> {};

  /** A table without a rollout. */
  RoutingTable(List<Generation> generations, TrainedModel model) {
    this(new Arm(generations, model), Optional.empty());
  }

  RoutingTable(Arm stable, Optional<Trial> trial) {
    this.stable = stable;
    this.trial = trial;
  }

  Arm stable() {
    return stable;
  }

  Optional<Trial> trial() {
    return trial;
  }

  /** The generations of both arms, each once. */
  Set<Generation> generations() {
    var all = new LinkedHashSet<>(stable.generations());
    trial.ifPresent(it -> all.addAll(it.arm().generations()));
    return all;
  }

  /** The models of both arms, each once. */
  Set<TrainedModel> models() {
    var all = new LinkedHashSet<TrainedModel>();
    all.add(stable.model());
    trial.ifPresent(it -> all.add(it.arm().model()));
    return all;
  }

  /** A lease on what serves everybody, unless the table is closing. */
  Optional<Lease> tryLease() {
    return tryLease(trial.filter(it -> it.share().isWhole()).map(Trial::arm).orElse(stable));
  }

  /** A lease on what serves this conversation, unless the table is closing. */
  Optional<Lease> tryLease(String conversation) {
    return tryLease(
        trial.filter(it -> it.share().has(conversation)).map(Trial::arm).orElse(stable));
  }

  private Optional<Lease> tryLease(Arm arm) {
    int seen = claims.get();
    while ((seen & CLOSING) == 0) {
      if (claims.compareAndSet(seen, seen + 1)) {
        return Optional.of(new TableLease(this, arm));
      }
      seen = claims.get();
    }
    return Optional.empty();
  }

  /** One more lease for a holder of one: it counts even if the table is closing. */
  private Lease another(Arm arm) {
    claims.incrementAndGet();
    return new TableLease(this, arm);
  }

  /**
   * Gives no more leases.
   *
   * @param then runs once, when the last lease is back; on the thread that brings it
   */
  void close(Runnable then) {
    whenDrained = then;
    if (claims.getAndUpdate(count -> count | CLOSING) == 0) {
      then.run();
    }
  }

  int leases() {
    return claims.get() & ~CLOSING;
  }

  private void giveBack() {
    if (claims.decrementAndGet() == CLOSING) {
      whenDrained.run();
    }
  }

  /** A claim on a table. Once closed it refers to nothing, so keeping it keeps nothing alive. */
  private static final class TableLease implements Lease {

    private record Claim(RoutingTable table, Arm arm) {}

    private final AtomicReference<@Nullable Claim> claimed;

    TableLease(RoutingTable table, Arm arm) {
      claimed = new AtomicReference<>(new Claim(table, arm));
    }

    private Claim claim() {
      var claim = claimed.get();
      if (claim == null) {
        throw new IllegalStateException("The lease is closed; wanted one that is held");
      }
      return claim;
    }

    @Override
    public IntentModel intentModel() {
      return claim().arm.model().model();
    }

    @Override
    public Optional<Plugged<Agent>> agent(String plugin) {
      return claim().arm.agent(plugin);
    }

    @Override
    public List<Plugged<Adviser>> advisers() {
      return claim().arm.advisers();
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return claim().arm.erp();
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return claim().arm.channel(channel);
    }

    @Override
    public List<BoundFunction> functions() {
      return claim().arm.functions();
    }

    @Override
    public List<Plugged<QueuePriority>> priorities() {
      return claim().arm.priorities();
    }

    @Override
    public List<Plugged<Screening>> screenings() {
      return claim().arm.screenings();
    }

    @Override
    public Optional<Lease> shadow() {
      var table = claim().table;
      return table.trial.filter(it -> it.share().isShadow()).map(it -> table.another(it.arm()));
    }

    @Override
    public Optional<Lease> trial() {
      var table = claim().table;
      return table.trial.filter(it -> it.share().isPart()).map(it -> table.another(it.arm()));
    }

    @Override
    public void close() {
      var claim = claimed.getAndSet(null);
      if (claim != null) {
        claim.table.giveBack();
      }
    }
  }
}
