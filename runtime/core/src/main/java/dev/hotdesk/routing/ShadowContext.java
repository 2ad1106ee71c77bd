package dev.hotdesk.routing;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Metrics;
import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Storage;
import dev.hotdesk.api.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * What is lent to a plugin whose answer nobody will get: it reads what there is, and changes
 * nothing. What it stores it finds again within the turn; events, timers and figures are dropped;
 * of calls to other systems only those that ask are let through. Permissions are checked as ever.
 */
final class ShadowContext implements PluginContext {

  private static final Set<String> ASKING = Set.of("GET", "HEAD");

  private final PluginContext plugin;
  private final ShadowStorage stored = new ShadowStorage(this::realStorage);

  ShadowContext(PluginContext plugin) {
    this.plugin = plugin;
  }

  private Storage realStorage() {
    return plugin.storage();
  }

  @Override
  public Clock clock() {
    return plugin.clock();
  }

  @Override
  public Config config() {
    return plugin.config();
  }

  @Override
  public String secret(String name) {
    return plugin.secret(name);
  }

  @Override
  public Http http() {
    var real = plugin.http();
    return request -> {
      if (!ASKING.contains(request.method())) {
        throw new NotPermittedException(
            "%s %s: a version that only listens may but ask"
                .formatted(request.method(), request.uri().getHost()));
      }
      return real.send(request);
    };
  }

  @Override
  public Storage storage() {
    plugin.storage(); // refuses whom it is not lent to
    return stored;
  }

  @Override
  public Events events() {
    plugin.events();
    return (_, _) -> {};
  }

  @Override
  public Timers timers() {
    plugin.timers();
    return new NoTimers();
  }

  @Override
  public Documents documents() {
    return plugin.documents();
  }

  @Override
  public System.Logger log() {
    return plugin.log();
  }

  @Override
  public Metrics metrics() {
    return NothingLent.DEAF;
  }

  private static final class NoTimers implements Timers {

    @Override
    public void set(String name, String key, Instant due, String json) {}

    @Override
    public void cancel(String name, String key) {}
  }
}
