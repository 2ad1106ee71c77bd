package dev.hotdesk.testkit;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Metrics;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Storage;
import dev.hotdesk.api.Timers;
import java.time.Clock;

/** What the runtime lends, but that other systems answer as the test wants them to. */
record ScriptedContext(PluginContext lent, Http http) implements PluginContext {

  @Override
  public Clock clock() {
    return lent.clock();
  }

  @Override
  public Config config() {
    return lent.config();
  }

  @Override
  public String secret(String name) {
    return lent.secret(name);
  }

  @Override
  public Storage storage() {
    return lent.storage();
  }

  @Override
  public Events events() {
    return lent.events();
  }

  @Override
  public Timers timers() {
    return lent.timers();
  }

  @Override
  public Documents documents() {
    return lent.documents();
  }

  @Override
  public System.Logger log() {
    return lent.log();
  }

  @Override
  public Metrics metrics() {
    return lent.metrics();
  }
}
