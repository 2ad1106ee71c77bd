package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.capability.Lender;
import dev.hotdesk.capability.MemoryFunctionDesk;
import dev.hotdesk.capability.MemoryPluginStore;
import dev.hotdesk.capability.OutboundClient;
import dev.hotdesk.capability.OwnFigures;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.routing.LentToAgent;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.verify.RefusedJarException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dropped plugin and what it reaches through its context. */
class LendingTest {

  private static final String SECRET = "s3cret-token";

  @TempDir Path root;
  private final Clock clock = Clock.systemUTC();
  private final MemoryPluginStore store = new MemoryPluginStore();
  private final PluginLogs logs = new PluginLogs(clock);
  private final List<String> figures = new CopyOnWriteArrayList<>();
  private HttpServer shop;
  private OutboundClient client;
  private PluginHost host;
  private Path drops;
  private String permissions;

  @BeforeEach
  void open() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext(
        "/",
        exchange -> {
          var said = exchange.getRequestHeaders().getFirst("X-Token");
          var bytes = (SECRET.equals(said) ? "welcome" : "who?").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    shop.start();
    var address = "localhost:" + shop.getAddress().getPort();
    permissions = "storage, events, timers, secret:token, erp:read, outbound:" + address;
    client = new OutboundClient(Set.of(address));
    drops = root.resolve("plugins");
    host =
        new PluginHost(
            drops,
            root.resolve("store"),
            new FakeTrainer(),
            House.QUICK,
            lender(),
            PluginWatch.NONE);
    host.start();
    await().until(host::isConverged);
  }

  private Lender lender() {
    return new Lender(
        new Lender.Parts(
            clock,
            store,
            new MemoryFunctionDesk(),
            (_, _) -> Optional.of(SECRET),
            jar -> {
              if (jar.version().equals("9.9.9")) {
                throw new RefusedJarException("The setting days is missing");
              }
              return new NothingLent(clock).config();
            },
            client,
            new OwnFigures() {
              @Override
              public void count(String plugin, String name, long by) {
                figures.add(plugin + " " + name + " " + by);
              }
            },
            logs,
            (_, _) -> List.of()));
  }

  @AfterEach
  void close() {
    host.close();
    client.close();
    shop.stop(0);
  }

  private void drop(String version, String permissions, String expressions) {
    Jars.agent("reach", version)
        .manifest("Hotdesk-Permissions", permissions)
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.Callable;
            public class Hello implements Agent {
              public Reply respond(Turn turn, AgentContext context) {
                var said = new StringBuilder();
                for (Callable<Object> each : uses(context)) {
                  try {
                    said.append(each.call()).append('|');
                  } catch (Exception e) {
                    said.append(e.getClass().getSimpleName()).append('|');
                  }
                }
                return Reply.say(said.toString());
              }
              static List<Callable<Object>> uses(AgentContext context) {
                return List.of(%s);
              }
            }
            """
                .formatted(expressions))
        .into(drops, "reach-" + version + ".jar");
  }

  private void dropReaching(String version, String permissions) {
    var uri = "http://localhost:" + shop.getAddress().getPort() + "/";
    drop(
        version,
        permissions,
        """
        () -> { context.storage().put("k", "kept"); return context.storage().get("k").get(); },
        () -> { context.events().publish("closed", "{}"); return "published"; },
        () -> { context.timers().set("a", "b", context.clock().instant(), "{}"); return "set"; },
        () -> context.http().send(new Http.Request("GET", URI.create("%s"),
            Map.of("X-Token", context.secret("token")), "", Duration.ofSeconds(20))).body(),
        () -> { context.erp(); return "lent"; },
        () -> { context.log().log(System.Logger.Level.INFO, "token is s3cret-token"); return "logged"; },
        () -> { context.metrics().count("reached", 1); return "counted"; }
        """
            .formatted(uri));
  }

  private void awaitState(String version, State state) {
    await()
        .until(
            () ->
                host.drops().stream()
                    .anyMatch(
                        drop ->
                            drop.file().equals("reach-" + version + ".jar")
                                && drop.state() == state));
  }

  private String said() {
    try (var lease = host.lease()) {
      var plugged = lease.agent("reach").orElseThrow();
      var turn =
          new Turn(
              "c1", "hi", House.understanding(), List.of(new Turn.Line(Author.CUSTOMER, "hey")));
      var context = LentToAgent.withoutShop(plugged, Language.EN);
      var reply =
          plugged.call("respond", Duration.ofSeconds(30), agent -> agent.respond(turn, context));
      return ((Reply.Say) reply).text();
    }
  }

  @Test
  void a_plugin_reaches_all_that_its_manifest_asks_for() {
    dropReaching("1.0.0", permissions);
    awaitState("1.0.0", State.LIVE);

    assertThat(said())
        .isEqualTo("kept|published|set|welcome|ErpUnavailableException|logged|counted|");
    assertThat(store.get("reach", "k")).contains("kept");
    assertThat(logs.tail("reach", 0))
        .extracting(PluginLogs.Line::text)
        .containsExactly("token is *****");
    assertThat(figures).containsExactly("reach reached 1");
  }

  @Test
  void a_plugin_reaches_nothing_that_its_manifest_does_not_ask_for() {
    dropReaching("1.0.0", "");
    awaitState("1.0.0", State.LIVE);

    assertThat(said()).isEqualTo("NotPermittedException|".repeat(5) + "logged|counted|");
    assertThat(store.keys("reach", "")).isEmpty();
  }

  @Test
  void a_plugin_whose_settings_are_wrong_is_refused_and_the_version_before_goes_on() {
    dropReaching("1.0.0", permissions);
    awaitState("1.0.0", State.LIVE);
    dropReaching("9.9.9", permissions);
    awaitState("9.9.9", State.REJECTED);

    assertThat(said()).startsWith("kept|");
    assertThat(host.drops())
        .filteredOn(drop -> drop.state() == State.REJECTED)
        .singleElement()
        .satisfies(drop -> assertThat(drop.reason()).contains("The setting days is missing"));
  }

  @Test
  void nothing_that_was_lent_keeps_a_retired_plugin_in_memory() throws IOException {
    dropReaching("1.0.0", permissions);
    awaitState("1.0.0", State.LIVE);
    said();
    Files.delete(drops.resolve("reach-1.0.0.jar"));

    await()
        .until(
            () -> {
              System.gc();
              return host.loadersAlive() == 0 && host.plugins().isEmpty();
            });
  }
}
