package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins reach in the running server, with the permissions for it and without. */
@SuppressWarnings("NullAway.Init")
class CapabilitiesIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String LISTENED = "who listens behind the curtain";
  private static final String SECRET = "s3cret-of-the-hook";
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
         "word": {"type": "string", "minLength": 2, "title": "Word", "title_zh": "词"},
         "times": {"type": "integer", "default": 3}},
       "required": ["word"]}
      """;

  @TempDir static Path folder;
  private static final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private static HttpServer hook;
  private static Site site;
  private static Staff admin;

  @BeforeAll
  static void open() throws IOException {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          var token = exchange.getRequestHeaders().getFirst("X-Token");
          var bytes = (SECRET.equals(token) ? "welcome" : "who").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    hook.start();
    var secret = Files.writeString(folder.resolve("token"), SECRET + "\n");
    site =
        Site.open()
            .launch(
                launch ->
                    launch
                        .with("HOTDESK_PLUGINS_HTTP_PRIVATE", "localhost:" + port())
                        .with("HOTDESK_PLUGIN_TINY_REACH_SECRET_TOKEN", "file:" + secret)
                        .with("HOTDESK_PLUGIN_TINY_REACH_CONFIG_WORD", "blue")
                        .with("HOTDESK_PLUGIN_TINY_WALLED_CONFIG_WORD", "grey"));
    site.start();
    admin = Staff.login(site.web(), "admin", "admin-demo");
  }

  @AfterAll
  static void close() throws IOException {
    site.close();
    hook.stop(0);
  }

  private static int port() {
    return hook.getAddress().getPort();
  }

  /** An agent that tries all it can, and tells how that went. */
  private static Drop drop(String id, String version, String permissions, String sentence)
      throws IOException {
    var uses =
        List.of(
            "context.config().text(\"word\") + context.config().number(\"times\")",
            "put(context)",
            "context.http().send(new Http.Request(\"GET\", java.net.URI.create(\"http://localhost:"
                + port()
                + "/\"), Map.of(\"X-Token\", context.secret(\"token\")), \"\","
                + " java.time.Duration.ofSeconds(1))).body()",
            "context.erp().product(\"no such thing\").isEmpty() ? \"lent\" : \"found\"");
    var respond =
        uses.stream()
                .map("try { said.add(%s); } catch (Exception e) { said.add(word(e)); }"::formatted)
                .collect(Collectors.joining("\n", "var said = new ArrayList<String>();\n", "\n"))
            + """
              context.log().log(System.Logger.Level.INFO, "The token is s3cret-of-the-hook");
              context.metrics().count("reached", 1);
              return Reply.say(String.join(", ", said));
            }
            static String put(AgentContext context) {
              context.storage().put("k", "kept");
              return context.storage().get("k").orElse("lost");
            }
            static String word(Exception e) {
              return e.getClass().getSimpleName();
            }
            static void last() {
            """;
    var jar =
        new TinyPlugin(
                id, version, respond, List.of(sentence, sentence + " please"), permissions, SCHEMA)
            .pack(folder);
    var drop = new Drop(jar, site.pluginFolder(), version);
    drop.copy();
    return drop;
  }

  private static String asked(String sentence) {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      return customer.ask(sentence, SOON).orElseThrow().text();
    }
  }

  @Test
  void a_plugin_reaches_what_its_manifest_asks_for() throws Exception {
    var sentence = "how far does your arm reach today";
    drop(
            "tiny-reach",
            "1.0.0",
            "storage, secret:token, erp:read, outbound:localhost:" + port(),
            sentence)
        .awaitLive(SOON);

    assertThat(asked(sentence)).isEqualTo("blue3, kept, welcome, lent");

    var lines = site.web().get("/api/admin/plugins/tiny-reach/logs", admin.headers()).body();
    assertThat(lines).contains("The token is *****", "is LIVE").doesNotContain(SECRET);
    var config = site.web().get("/api/admin/plugins/tiny-reach/config", admin.headers()).body();
    assertThat(config).contains("blue", "title_zh", "\"isSet\":true").doesNotContain(SECRET);
    assertThat(site.web().get("/api/admin/metrics", admin.headers()).body())
        .contains("hotdesk_plugin_own_reached_total{plugin=\"tiny-reach\"} 1")
        .contains("hotdesk_plugin_http_seconds_count{host=\"localhost\",outcome=\"2xx\"");
    assertThat(Files.readAllLines(site.dataFolder().resolve("logs/messages.log")))
        .filteredOn(line -> line.contains("[tiny-reach 1.0.0 #"))
        .isNotEmpty()
        .noneMatch(line -> line.contains(SECRET));
    changes_of_settings_begin_a_new_generation(sentence);
  }

  private void changes_of_settings_begin_a_new_generation(String sentence) {
    var path = "/api/admin/plugins/tiny-reach/config";
    var headers = new HashMap<>(admin.headers());
    headers.put("Content-Type", "application/json");
    var web = site.web();
    assertThat(
            web.send("PUT", path, "{\"given\":{\"word\":\"x\"},\"revision\":0}", headers).status())
        .isEqualTo(422);
    assertThat(
            web.send("PUT", path, "{\"given\":{\"word\":\"green\"},\"revision\":0}", headers)
                .status())
        .isEqualTo(200);

    await().atMost(SOON).until(() -> asked(sentence).startsWith("green3, kept"));
  }

  @Test
  void a_plugin_reaches_nothing_without_permissions() throws Exception {
    var sentence = "what lies behind the garden wall";
    drop("tiny-walled", "1.0.0", "", sentence).awaitLive(SOON);

    assertThat(asked(sentence))
        .isEqualTo("grey3, NotPermittedException, NotPermittedException, NotPermittedException");
  }

  private static Drop heard(String version, String respond) throws IOException {
    var sentences = List.of(LISTENED, LISTENED + " please");
    var permissions = "storage, events, timers, outbound:localhost:" + port();
    var jar = new TinyPlugin("tiny-heard", version, respond, sentences, permissions, "");
    return new Drop(jar.pack(folder), site.pluginFolder(), version);
  }

  /** It changes all that it can reach, and tells what it was refused. */
  private static String meddling() {
    return """
    context.storage().put("k", "changed");
    context.events().publish("said", "{}");
    context.timers().set("wake", "c", java.time.Instant.now(), "{}");
    var hook = java.net.URI.create("http://localhost:%d/heard");
    context.http().send(Http.Request.get(hook));
    try {
      context.http().send(Http.Request.post(hook, "{}"));
      return Reply.say("posted");
    } catch (NotPermittedException e) {
      return Reply.say("may not post");
    }
    """
        .formatted(port());
  }

  private static Frame rollout() {
    return admin.get("/api/admin/plugins").part("rollout");
  }

  private static void decide(String decision) {
    admin.post("/api/admin/plugins/tiny-heard/" + decision, Frame.body());
  }

  @Test
  void a_version_that_only_listens_is_compared_and_neither_heard_nor_felt() throws Exception {
    heard(
            "1.0.0",
            "return Reply.say(context.storage().get(\"k\").isEmpty() ? \"as ever\" : \"felt\");")
        .copy();
    await().atMost(SOON).until(() -> asked(LISTENED).equals("as ever"));
    var listener = heard("2.0.0", meddling());
    Files.writeString(
        site.pluginFolder().resolve(listener.file().getFileName() + ".rollout"), "shadow 1h\n");
    listener.copy();
    listener.awaitState("CANDIDATE", SOON);

    for (int i = 0; i < 5; i++) {
      assertThat(asked(LISTENED)).isEqualTo("as ever");
    }
    await().atMost(SOON).until(() -> rollout().part("candidate").number("different") >= 1);
    assertThat(rollout().text("stage")).isEqualTo("SHADOW");
    assertThat(requests).contains("GET /heard").doesNotContain("POST /heard");
    decide("canary?percent=1");
    await().atMost(SOON).until(() -> rollout().text("stage").equals("CANARY"));
    decide("shadow");
    await().atMost(SOON).until(() -> rollout().text("stage").equals("SHADOW"));
    assertThat(asked(LISTENED)).isEqualTo("as ever");

    decide("promote");
    await().atMost(SOON).until(() -> asked(LISTENED).equals("posted"));
    assertThat(requests).contains("POST /heard");
  }

  @Test
  void a_plugin_without_a_required_setting_waits_for_the_admin_to_give_it() throws Exception {
    var sentence = "which bell rings at noon";
    var drop = drop("tiny-unset", "1.0.0", "", sentence);
    drop.awaitState("REJECTED", SOON);
    assertThat(drop.status().text("reason"))
        .contains("the setting word is missing; wanted a text")
        .contains("hotdesk.plugin.tiny-unset.config.word");

    var headers = new HashMap<>(admin.headers());
    headers.put("Content-Type", "application/json");
    site.web()
        .send(
            "PUT",
            "/api/admin/plugins/tiny-unset/config",
            "{\"given\":{\"word\":\"noon\"},\"revision\":0}",
            headers)
        .orThrow();
    drop.awaitLive(SOON);
    assertThat(asked(sentence)).startsWith("noon3, ");
  }
}
