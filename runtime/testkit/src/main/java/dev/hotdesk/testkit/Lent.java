package dev.hotdesk.testkit;

import dev.hotdesk.api.Http;
import dev.hotdesk.api.Passage;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.capability.Lender;
import dev.hotdesk.capability.MemoryFunctionDesk;
import dev.hotdesk.capability.MemoryPluginStore;
import dev.hotdesk.capability.OutboundClient;
import dev.hotdesk.capability.OwnFigures;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.Permission;
import dev.hotdesk.verify.Permission.Kind;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a plugin under test is lent, and what it has done with it. Storage, events and timers are
 * kept in memory within the runtime's own limits, other systems answer as the test wants them to,
 * and the clock is the test's.
 *
 * <pre>{@code
 * conversation.lent()
 *     .configured("return_days", 30)
 *     .answering("https://api.shop.example/hours", 200, "{\"open\":true}");
 * }</pre>
 */
public final class Lent {

  private static final OutboundClient NO_WAY_OUT = new OutboundClient(Set.of());

  private final String plugin;
  private final VirtualClock clock;
  private final MemoryPluginStore store = new MemoryPluginStore();
  private final MemoryFunctionDesk desk = new MemoryFunctionDesk();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final ScriptedHttp http = new ScriptedHttp();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, Object> settings = new HashMap<>();
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final Lender lender;

  Lent(String plugin, VirtualClock clock) {
    this.plugin = plugin;
    this.clock = clock;
    this.lender =
        new Lender(
            new Lender.Parts(
                clock,
                store,
                desk,
                (_, name) -> Optional.ofNullable(secrets.get(name)),
                _ -> new MapConfig(settings),
                NO_WAY_OUT,
                new OwnFigures() {
                  @Override
                  public void count(String by, String name, long count) {
                    counts.merge(name, count, Long::sum);
                  }
                },
                new PluginLogs(clock),
                documents));
  }

  /** An admin has given this setting: a text, a whole number, a boolean or a list of texts. */
  public Lent configured(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  /** An admin has set this secret. */
  public Lent secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** From now on another system answers so at this address; at all others nobody answers. */
  public Lent answering(String uri, int status, String body) {
    http.answer(uri, new Http.Response(status, Map.of(), body));
    return this;
  }

  /** The retailer's documents have this passage; the runtime scores it, whatever score it has. */
  public Lent documented(Passage passage) {
    documents.add(passage);
    return this;
  }

  /** What was asked of other systems so far. */
  public List<Http.Request> sent() {
    return http.sent();
  }

  /** What the plugin keeps, by key. */
  public Map<String, String> stored() {
    var stored = new TreeMap<String, String>();
    for (var key : store.keys(plugin, "")) {
      store.get(plugin, key).ifPresent(value -> stored.put(key, value));
    }
    return stored;
  }

  /** What it published so far, as {@code type json}. */
  public List<String> events() {
    return desk.events().stream().map(event -> event.type() + " " + event.json()).toList();
  }

  /** When its timers ring, by {@code name key}. */
  public Map<String, Instant> timers() {
    var timers = new TreeMap<String, Instant>();
    desk.timers()
        .forEach((timer, wake) -> timers.put(timer.name() + " " + timer.key(), wake.due()));
    return timers;
  }

  /** How far its own figure was counted up. */
  public long counted(String figure) {
    return counts.getOrDefault(figure, 0L);
  }

  VirtualClock clock() {
    return clock;
  }

  MemoryFunctionDesk desk() {
    return desk;
  }

  Effects effects() {
    var changing = http.sent().stream().filter(it -> !it.method().equals("GET")).toList();
    return new Effects(stored(), desk.events(), desk.timers(), changing);
  }

  /** To a plugin without a manifest: all that there is. */
  PluginContext toAnybody() {
    var permissions =
        Permissions.of(
            Stream.concat(
                    Stream.of(
                            Kind.STORAGE,
                            Kind.EVENTS,
                            Kind.TIMERS,
                            Kind.ERP_READ,
                            Kind.DOCUMENTS_READ)
                        .map(kind -> new Permission(kind, "")),
                    secrets.keySet().stream().map(name -> new Permission(Kind.SECRET, name)))
                .toList());
    try {
      return scripted(lender.lend(jar(permissions), 1).context());
    } catch (RefusedJarException e) {
      throw new IllegalStateException("Nothing is refused to a plugin under test", e);
    }
  }

  /** To packed plugins: what their manifests ask for. */
  Capabilities asTheyAsk() {
    return (jar, generation) -> {
      var loan = lender.lend(jar, generation);
      return new Capabilities.Loan() {
        @Override
        public PluginContext context() {
          return jar.permissions().allows(Kind.OUTBOUND)
              ? scripted(loan.context())
              : loan.context();
        }

        @Override
        public boolean allows(String permission) {
          return loan.allows(permission);
        }

        @Override
        public List<String> takeBack() {
          return loan.takeBack();
        }
      };
    };
  }

  private PluginContext scripted(PluginContext context) {
    return new ScriptedContext(context, http);
  }

  private PluginJar jar(Permissions permissions) {
    return new PluginJar(
        Path.of(plugin + ".jar"),
        "",
        plugin,
        "1.0.0",
        "",
        "",
        List.of(),
        permissions,
        List.of(),
        Policy.DEFAULT,
        Optional.empty(),
        List.of());
  }
}
