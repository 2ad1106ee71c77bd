package dev.hotdesk.routing;

import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Utterance;
import dev.hotdesk.api.WaitingCustomer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks plugins about customers: whether they should be served sooner, and whether what they write
 * seems wrong. A plugin that fails or takes too long has said nothing.
 *
 * <p>Called by many threads at once; blocks for as long as the plugins take, each up to a deadline.
 */
public final class QueueAdvisors {

  private static final Logger LOG = LoggerFactory.getLogger(QueueAdvisors.class);
  private static final Duration DEADLINE = Duration.ofMillis(500);

  private final Plugins plugins;
  private final Supplier<DataSource> shop;
  private final Guesses guesses;

  /** Asks these plugins. */
  public QueueAdvisors(Plugins plugins, Supplier<DataSource> shop, Clock clock) {
    this.plugins = plugins;
    this.shop = shop;
    this.guesses = new Guesses(clock);
  }

  /**
   * What a plugin said.
   *
   * @param plugin its id
   */
  public record Advised<T>(String plugin, T advice) {}

  /** Whether there is anybody who weighs. Never blocks. */
  public boolean weighs() {
    try (var lease = plugins.lease()) {
      return !lease.priorities().isEmpty();
    }
  }

  /** Whether there is anybody who screens. Never blocks. */
  public boolean screens() {
    try (var lease = plugins.lease()) {
      return !lease.screenings().isEmpty();
    }
  }

  /** What plugins say of somebody's place; those that say nothing are left out. */
  public List<Advised<Precedence>> weigh(WaitingCustomer waiting) {
    try (var lease = plugins.lease(waiting.conversation())) {
      var advised = new ArrayList<Advised<Precedence>>();
      for (var plugin : lease.priorities()) {
        weigh(plugin, waiting, lease, advised);
      }
      return advised;
    }
  }

  private void weigh(
      Plugged<QueuePriority> plugin,
      WaitingCustomer waiting,
      Lease lease,
      List<Advised<Precedence>> advised) {
    try {
      var erp =
          new CustomersErp(
              new ShopConnection(lease.erp(), shop, DEADLINE),
              waiting.conversation(),
              waiting.customerId(),
              Map.of(),
              guesses);
      var context = new LentToPriority(plugin, erp);
      var precedence = plugin.call("weigh", DEADLINE, it -> it.weigh(waiting, context));
      if (precedence.steps() != 0) {
        advised.add(new Advised<>(plugin.plugin(), precedence));
      }
    } catch (PluginFaultException e) {
      LOG.warn("{}; the customer waits as everybody does", e.getMessage());
    }
  }

  /** What plugins think of a message; those that find nothing wrong are left out. */
  public List<Advised<Screened>> screen(Utterance said) {
    try (var lease = plugins.lease(said.conversation())) {
      var advised = new ArrayList<Advised<Screened>>();
      for (var plugin : lease.screenings()) {
        screen(plugin, said, advised);
      }
      return advised;
    }
  }

  private static void screen(
      Plugged<Screening> plugin, Utterance said, List<Advised<Screened>> advised) {
    try {
      var screened = plugin.call("screen", DEADLINE, it -> it.screen(said, plugin.context()));
      if (!(screened instanceof Screened.Clear)) {
        advised.add(new Advised<>(plugin.plugin(), screened));
      }
    } catch (PluginFaultException e) {
      LOG.warn("{}; the message passes", e.getMessage());
    }
  }
}
