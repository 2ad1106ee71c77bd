package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.OperatorClient;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plugins' functions at work: run by what happens in the house, by requests, and by the clock. */
@ExtendWith(OpenHouse.class)
class FunctionsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(150);

  /** Keeps under a key that it was run; reads and writes what it kept over HTTP. */
  private static final Map<String, String> LISTENER =
      Map.of(
          "Notes",
              TinyFunctions.function(
                  """
                  List.of(new Trigger.OnHttp("GET", "notes"), new Trigger.OnHttp("POST", "notes"))
                  """,
                  """
                  var request = (Invocation.Cause.Request) invocation.cause();
                  if (request.method().equals("POST")) {
                    context.storage().put(request.body(), "here");
                    return Outcome.done();
                  }
                  var keys = String.join(" ", context.storage().keys(""));
                  return Outcome.answer(200, "text/html", "<p>" + keys + " " + request.headers().keySet());
                  """),
          "Closed",
              TinyFunctions.function(
                  "List.of(new Trigger.OnSession(\"closed\"))",
                  """
                  var session = (Invocation.Cause.Session) invocation.cause();
                  var key = "closed/" + session.conversation().replace('.', '-');
                  var before = context.storage().get(key).orElse("");
                  context.storage().put(key, before + "x");
                  context.storage().put(key + "/" + (before + "x").length(), "");
                  return Outcome.done();
                  """),
          "Later",
              TinyFunctions.function(
                  "List.of(new Trigger.OnHttp(\"POST\", \"later\"), new"
                      + " Trigger.OnTimer(\"later\"))",
                  """
                  if (invocation.cause() instanceof Invocation.Cause.Timer timer) {
                    context.storage().put("rang/" + timer.key(), timer.json());
                  } else {
                    context.timers().set("later", "soon", context.clock().instant(), "{}");
                  }
                  return Outcome.done();
                  """),
          "Minutes",
              TinyFunctions.function(
                  "List.of(new Trigger.OnSchedule(\"* * * * *\","
                      + " java.time.ZoneId.of(\"Asia/Shanghai\")))",
                  """
                  context.storage().put("minute", "");
                  return Outcome.done();
                  """),
          "Heard",
              TinyFunctions.function(
                  "List.of(new Trigger.OnPluginEvent(\"tiny-teller\", \"told\"))",
                  """
                  if (context.storage().get("mended").isEmpty()) {
                    throw new IllegalStateException("not mended yet");
                  }
                  context.storage().put("heard", ((Invocation.Cause.Event) invocation.cause()).json());
                  return Outcome.done();
                  """));

  private static final Map<String, String> TELLER =
      Map.of(
          "Tell",
          TinyFunctions.function(
              "List.of(new Trigger.OnHttp(\"POST\", \"tell\"))",
              """
              context.events().publish("told", ((Invocation.Cause.Request) invocation.cause()).body());
              return Outcome.answer(202, "text/plain", "told");
              """));

  private static final String POLICY = "retries=1; backoff=100ms; deadline=20s";

  private final Site site;
  private final Staff admin;

  @TempDir Path folder;
  private Drop listener;
  private Drop teller;

  FunctionsIT(Site site) {
    this.site = site;
    this.admin = Staff.login(site.web(), "admin", "admin-demo");
  }

  @BeforeEach
  void drop() throws IOException, InterruptedException {
    listener = drop("tiny-listener", "http, storage, timers, conversation:read", LISTENER);
    teller = drop("tiny-teller", "http, events", TELLER);
    listener.awaitLive(SOON);
    teller.awaitLive(SOON);
  }

  @AfterEach
  void remove() throws IOException, InterruptedException {
    listener.remove();
    teller.remove();
    listener.awaitState("REMOVED", SOON);
    teller.awaitState("REMOVED", SOON);
  }

  @Test
  void run_when_their_occasion_comes_and_fail_into_dead_letters() {
    var conversation = closedConversation();
    assertThat(post("tiny-listener/later", "{}").status()).isEqualTo(204);
    assertThat(post("tiny-teller/tell", "{\"n\":1}").body()).isEqualTo("told");

    awaitNote("closed/" + conversation.replace('.', '-') + "/1", SOON);
    awaitNote("rang/soon", SOON);
    await().atMost(SOON).until(() -> letters().size() == 1);
    var letter = letters().getFirst();
    assertThat(letter.text("function")).isEqualTo("tiny.Heard");
    assertThat(letter.text("error")).contains("not mended yet");
    assertThat(letter.number("attempts")).isEqualTo(2);
    assertThat(notes()).doesNotContain("heard").doesNotContain(conversation + "/2");

    post("tiny-listener/notes", "mended");
    admin.post("/api/admin/dead-letters/" + letter.number("id") + "/replay", Frame.body());
    awaitNote("heard", SOON);
    assertThat(letters()).isEmpty();
    awaitNote("minute", A_MINUTE_AND_MORE);
  }

  @Test
  void are_fenced_off_from_staff_and_their_pages() {
    var answer = site.web().get("/api/plugins/tiny-listener/notes", headers());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("x-mine").doesNotContain("cookie").doesNotContain("csrf");
    assertThat(answer.headers().get("Content-Security-Policy")).contains("sandbox");
    assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    assertThat(answer.headers().get("Content-Type"))
        .isEqualToIgnoringCase("text/html;charset=utf-8");
  }

  @Test
  void answer_what_they_are_bound_to_and_nothing_else() {
    assertThat(
            List.of(
                send("GET", "tiny-listener/nothing", "").status(),
                send("PUT", "tiny-listener/notes", "").status(),
                send("GET", "nobody/notes", "").status()))
        .containsOnly(404);
    assertThat(
            List.of(
                send("GET", "tiny-listener/../../admin/accounts", "").status(),
                send("GET", "tiny-listener/%2e%2e/%2e%2e/admin/accounts", "").status()))
        .as("round the gate to what is for staff")
        .isSubsetOf(400, 401, 404);
    assertThat(post("tiny-listener/notes", "x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    assertThat(send("GET", "tiny-listener/nothing", "").headers().get("Content-Type"))
        .contains("application/problem+json");
  }

  private String closedConversation() {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en");
        var amy = OperatorClient.connect(Staff.login(site.web(), "amy", "amy-demo"))) {
      customer.ask("hello", SOON);
      var conversation = customer.token().conversation();
      amy.open(conversation);
      amy.act("take", conversation);
      amy.act("close", conversation);
      return conversation;
    }
  }

  private Map<String, String> headers() {
    var staff = new java.util.HashMap<>(admin.headers());
    staff.put("X-Mine", "1");
    staff.put("Authorization", "Bearer x");
    return staff;
  }

  private void awaitNote(String key, Duration patience) {
    await().atMost(patience).untilAsserted(() -> assertThat(notes()).contains(key));
  }

  private String notes() {
    return send("GET", "tiny-listener/notes", "").body();
  }

  private Web.Answer post(String path, String body) {
    return send("POST", path, body);
  }

  private Web.Answer send(String method, String path, String body) {
    return site.web().send(method, "/api/plugins/" + path, body, Map.of());
  }

  private List<Frame> letters() {
    return admin.get("/api/admin/dead-letters?plugin=tiny-listener").parts("letters").toList();
  }

  private Drop drop(String id, String permissions, Map<String, String> functions)
      throws IOException {
    var manifest = Map.of("Hotdesk-Permissions", permissions, "Hotdesk-Policy", POLICY);
    return new TinyFunctions(id, "1.0.0", manifest, functions).drop(site, folder);
  }
}
