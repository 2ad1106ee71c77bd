package dev.hotdesk.server.assembly;

import dev.hotdesk.capability.FunctionDesk;
import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.Functions;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.functions.DeadLetters;
import dev.hotdesk.server.functions.FunctionGate;
import dev.hotdesk.server.gateway.AddressLimit;
import dev.hotdesk.server.store.SqlClockwork;
import dev.hotdesk.server.store.SqlDeliveries;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.watch.FunctionMeters;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes what plugins' functions need, and puts it together. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class FunctionAssembly {

  private static final Clock CLOCK = Clock.systemUTC();

  @Inject Crews crews;

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Produces
  @Singleton
  Deliveries deliveries() {
    return new SqlDeliveries(database);
  }

  @Produces
  @Singleton
  Clockwork clockwork() {
    return new SqlClockwork(database);
  }

  @Produces
  @Singleton
  Functions functions(
      Deliveries deliveries,
      Clockwork clockwork,
      Instance<PluginHost> host,
      FunctionMeters meters,
      Settings settings) {
    return new Functions(
        new OnceThere(host),
        deliveries,
        clockwork,
        settings.functions(),
        CLOCK,
        crews.crew("functions"),
        ManagementFactory.getRuntimeMXBean().getName(),
        meters);
  }

  /** What plugins publish and set goes to those who run functions. */
  @Produces
  @Singleton
  FunctionDesk desk(Functions functions) {
    return new FunctionDesk() {
      @Override
      public void publish(String plugin, String type, String json) {
        functions.publish(plugin, type, json);
      }

      @Override
      public void setTimer(String plugin, String name, String key, Instant due, String json) {
        functions.setTimer(plugin, name, key, due, json);
      }

      @Override
      public void cancelTimer(String plugin, String name, String key) {
        functions.cancelTimer(plugin, name, key);
      }
    };
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(Deliveries deliveries, Audit audit) {
    return new DeadLetters(deliveries, audit, CLOCK);
  }

  @Produces
  @Singleton
  FunctionGate gate(Functions functions, Settings settings) {
    var limit =
        new AddressLimit(settings.requestsPerMinute(), Duration.ofMinutes(1), System::nanoTime);
    return new FunctionGate(functions, limit, crews.crew("requests"));
  }

  /** The host is asked for at the first use: it lends plugins what is made here. */
  private static final class OnceThere implements Plugins {

    private final Instance<PluginHost> host;
    private volatile @Nullable PluginHost found;

    OnceThere(Instance<PluginHost> host) {
      this.host = host;
    }

    private Plugins plugins() {
      var known = found;
      if (known == null) {
        known = host.get();
        found = known;
      }
      return known;
    }

    @Override
    public Lease lease() {
      return plugins().lease();
    }

    @Override
    public Lease lease(String conversation) {
      return plugins().lease(conversation);
    }
  }
}
