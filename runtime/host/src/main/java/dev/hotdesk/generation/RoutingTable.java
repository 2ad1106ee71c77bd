package dev.hotdesk.generation;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugged;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which generation serves what, at one moment: immutable but for the count of its leases. Where two
 * plugins bring the same channel or an ERP connector, the one dropped last serves.
 *
 * <p>The count and the closing bit are one number. A lease is either counted before the table
 * closes, or refused: it cannot slip in between, and so never meets an unloaded plugin.
 */
final class RoutingTable {

  private static final int CLOSING = 1 << 31;

  private final List<Generation> generations;
  private final TrainedModel model;
  private final Map<String, Plugged<Agent>> agents = new HashMap<>();
  private final Map<String, Plugged<ChannelAdapter>> channels = new HashMap<>();
  private final Optional<Plugged<ErpConnector>> erp;
  private final AtomicInteger claims = new AtomicInteger();
  private volatile Runnable whenDrained = () -> {};

  RoutingTable(List<Generation> generations, TrainedModel model) {
    this.generations =
        generations.stream()
            .sorted(
                Comparator.comparing((Generation generation) -> generation.drop().modified())
                    .thenComparing(generation -> generation.jar().id())
                    .reversed())
            .toList();
    this.model = model;
    for (var generation : this.generations) {
      var extensions = generation.extensions();
      extensions.agent().ifPresent(agent -> agents.put(agent.plugin(), agent));
      extensions.channels().forEach(channels::putIfAbsent);
    }
    this.erp =
        this.generations.stream().flatMap(each -> each.extensions().erp().stream()).findFirst();
  }

  List<Generation> generations() {
    return generations;
  }

  TrainedModel model() {
    return model;
  }

  /** A lease, unless the table is closing. */
  Optional<Lease> tryLease() {
    int seen = claims.get();
    while ((seen & CLOSING) == 0) {
      if (claims.compareAndSet(seen, seen + 1)) {
        return Optional.of(new TableLease(this));
      }
      seen = claims.get();
    }
    return Optional.empty();
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

    private final AtomicReference<@Nullable RoutingTable> claimed;

    TableLease(RoutingTable table) {
      claimed = new AtomicReference<>(table);
    }

    private RoutingTable table() {
      var table = claimed.get();
      if (table == null) {
        throw new IllegalStateException("The lease is closed; wanted one that is held");
      }
      return table;
    }

    @Override
    public IntentModel intentModel() {
      return table().model.model();
    }

    @Override
    public Optional<Plugged<Agent>> agent(String plugin) {
      return Optional.ofNullable(table().agents.get(plugin));
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return table().erp;
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return Optional.ofNullable(table().channels.get(channel));
    }

    @Override
    public List<BoundFunction> functions() {
      return table().generations.stream()
          .flatMap(each -> each.extensions().functions().stream())
          .toList();
    }

    @Override
    public void close() {
      var table = claimed.getAndSet(null);
      if (table != null) {
        table.giveBack();
      }
    }
  }
}
