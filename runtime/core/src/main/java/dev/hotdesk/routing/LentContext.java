package dev.hotdesk.routing;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Metrics;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Storage;
import dev.hotdesk.api.Timers;
import java.time.Clock;

/** What is lent to a plugin, and more for one kind of call: a subclass adds it. */
public abstract class LentContext implements PluginContext {

  private final PluginContext plugin;

  /** Lends this. */
  protected LentContext(PluginContext plugin) {
    this.plugin = plugin;
  }

  @Override
  public final Clock clock() {
    return plugin.clock();
  }

  @Override
  public final Config config() {
    return plugin.config();
  }

  @Override
  public final String secret(String name) {
    return plugin.secret(name);
  }

  @Override
  public final Http http() {
    return plugin.http();
  }

  @Override
  public final Storage storage() {
    return plugin.storage();
  }

  @Override
  public final Events events() {
    return plugin.events();
  }

  @Override
  public final Timers timers() {
    return plugin.timers();
  }

  @Override
  public final Documents documents() {
    return plugin.documents();
  }

  @Override
  public final System.Logger log() {
    return plugin.log();
  }

  @Override
  public final Metrics metrics() {
    return plugin.metrics();
  }
}
