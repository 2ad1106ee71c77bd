package dev.hotdesk.capability;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Metrics;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Storage;
import dev.hotdesk.api.Timers;
import dev.hotdesk.verify.Permission;
import java.time.Clock;

/** What one generation of a plugin is lent: what its manifest asks for, and as long as it lives. */
final class FencedContext implements PluginContext {

  private final Fence fence;
  private final Grants grants;
  private final Lender.Parts parts;
  private final Mask mask;
  private final Config config;
  private final Storage storage;
  private final Events events;
  private final Timers timers;
  private final Documents documents;
  private final Http http;
  private final System.Logger log;
  private final Metrics metrics;

  FencedContext(
      Fence fence,
      Grants grants,
      Lender.Parts parts,
      Mask mask,
      Config config,
      Http http,
      Metrics metrics) {
    this.fence = fence;
    this.grants = grants;
    this.parts = parts;
    this.mask = mask;
    this.config = config;
    this.storage = new FencedStorage(fence, parts.store());
    this.events = new FencedEvents(fence, parts.desk());
    this.timers = new FencedTimers(fence, parts.desk(), parts.clock());
    this.documents = new FencedDocuments(fence, parts.documents());
    this.http = http;
    this.log = new PluginLogger(fence, mask, parts.logs());
    this.metrics = metrics;
  }

  @Override
  public Clock clock() {
    fence.check();
    return parts.clock();
  }

  @Override
  public Config config() {
    fence.check();
    return config;
  }

  @Override
  public String secret(String name) {
    fence.check();
    grants.checkSecret(name);
    var value =
        parts
            .secrets()
            .find(fence.plugin(), name)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The secret %s of plugin %s is not set; wanted it in hotdesk.plugin.%s.secret.%s: ask an admin to set it"
                            .formatted(name, fence.plugin(), fence.plugin(), name)));
    mask.hide(value);
    return value;
  }

  @Override
  public Http http() {
    fence.check();
    return http;
  }

  @Override
  public Storage storage() {
    fence.check();
    grants.check(Permission.Kind.STORAGE);
    return storage;
  }

  @Override
  public Events events() {
    fence.check();
    grants.check(Permission.Kind.EVENTS);
    return events;
  }

  @Override
  public Timers timers() {
    fence.check();
    grants.check(Permission.Kind.TIMERS);
    return timers;
  }

  @Override
  public Documents documents() {
    fence.check();
    grants.check(Permission.Kind.DOCUMENTS_READ);
    return documents;
  }

  @Override
  public System.Logger log() {
    fence.check();
    return log;
  }

  @Override
  public Metrics metrics() {
    fence.check();
    return metrics;
  }
}
