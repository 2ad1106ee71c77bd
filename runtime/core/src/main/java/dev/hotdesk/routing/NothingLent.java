package dev.hotdesk.routing;

import dev.hotdesk.api.Config;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Metrics;
import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Storage;
import dev.hotdesk.api.Timers;
import java.time.Clock;
import java.util.List;

/** Lends the time and a logger, and nothing else. */
public final class NothingLent implements PluginContext {

  private static final Config EMPTY = new NoConfig();
  static final Metrics DEAF =
      new Metrics() {
        @Override
        public void count(String name, long by) {}

        @Override
        public void gauge(String name, double value) {}
      };

  private final Clock clock;

  /** Lends this clock. */
  public NothingLent(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Config config() {
    return EMPTY;
  }

  @Override
  public String secret(String name) {
    throw new NotPermittedException("secret:" + name);
  }

  @Override
  public Http http() {
    return request -> {
      throw new NotPermittedException("outbound:" + request.uri().getHost());
    };
  }

  @Override
  public Storage storage() {
    throw new NotPermittedException("storage");
  }

  @Override
  public Events events() {
    throw new NotPermittedException("events");
  }

  @Override
  public Timers timers() {
    throw new NotPermittedException("timers");
  }

  @Override
  public System.Logger log() {
    return System.getLogger("dev.hotdesk.plugin");
  }

  @Override
  public Metrics metrics() {
    return DEAF;
  }

  private static final class NoConfig implements Config {

    @Override
    public boolean has(String key) {
      return false;
    }

    @Override
    public String text(String key) {
      throw absent(key);
    }

    @Override
    public long number(String key) {
      throw absent(key);
    }

    @Override
    public boolean flag(String key) {
      throw absent(key);
    }

    @Override
    public List<String> texts(String key) {
      throw absent(key);
    }

    @Override
    public String json() {
      return "{}";
    }

    private static IllegalArgumentException absent(String key) {
      return new IllegalArgumentException(
          "No setting %s; wanted it in config.schema.json of the plugin: add it".formatted(key));
    }
  }
}
