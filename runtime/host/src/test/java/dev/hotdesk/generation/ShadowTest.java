package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.capability.Lender;
import dev.hotdesk.capability.MemoryFunctionDesk;
import dev.hotdesk.capability.MemoryPluginStore;
import dev.hotdesk.capability.OutboundClient;
import dev.hotdesk.capability.OwnFigures;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.routing.TurnWatch;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates that only listen. */
class ShadowTest {

  private static final Bounds BOUNDS =
      new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(1));

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path root;
  private final Clock clock = Clock.systemUTC();
  private final MemoryPluginStore store = new MemoryPluginStore();
  private final MemoryFunctionDesk desk = new MemoryFunctionDesk();
  private final List<String> figures = new CopyOnWriteArrayList<>();
  private final OutboundClient client = new OutboundClient(Set.of());
  private PluginHost host;
  private Agents agents;

  @BeforeEach
  void open() {
    open(Duration.ofHours(1));
  }

  private void open(Duration shadow) {
    var plan = new RolloutPlan(shadow, List.of(100), shadow, shadow, ErrorBudget.DEFAULT);
    var canary = new RolloutPlan(shadow, List.of(100), LONG, shadow, ErrorBudget.DEFAULT);
    host =
        new PluginHost(
            root.resolve("plugins"),
            root.resolve("store"),
            new FakeTrainer(),
            House.QUICK,
            lender(),
            PluginWatch.NONE,
            Trust.anyUnsigned(),
            new RolloutSettings(plan, canary, new MemoryDesiredState()));
    agents =
        new Agents(
            host,
            () -> {
              throw new IllegalStateException("no shop here");
            },
            BOUNDS,
            clock,
            TurnWatch.NONE);
    host.start();
    await().until(host::isConverged);
    drop("1.0.0", "return Reply.say(\"as ever\");");
    await().until(() -> host.plugins().stream().anyMatch(it -> it.state().word().equals("LIVE")));
  }

  private Lender lender() {
    return new Lender(
        new Lender.Parts(
            clock,
            store,
            desk,
            (_, _) -> Optional.empty(),
            _ -> new NothingLent(clock).config(),
            client,
            new OwnFigures() {
              @Override
              public void count(String plugin, String name, long by) {
                figures.add(name);
              }
            },
            new PluginLogs(clock),
            (_, _) -> List.of()));
  }

  private void drop(String version, String statements) {
    Jars.agent("hello", version)
        .manifest("Hotdesk-Permissions", "storage, events, timers, outbound:example.com")
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            import java.net.URI;
            import java.time.*;
            public class Hello implements Agent {
              public Reply respond(Turn turn, AgentContext context) {
                %s
              }
            }
            """
                .formatted(statements))
        .into(root.resolve("plugins"), "hello-" + version + ".jar");
  }

  private void listening(String statements) {
    drop("2.0.0", statements);
    await()
        .until(
            () -> host.rollouts().rollout().map(Rollout::stage), Optional.of(Stage.SHADOW)::equals);
  }

  @AfterEach
  void close() {
    host.close();
    client.close();
  }

  private String answer() {
    var question =
        new TurnRequest(
            "web.c1",
            new Ask(1, new State.Question(1, "hello")),
            Dialogue.in(Language.EN),
            "",
            "",
            List.of());
    var answer = agents.answer(question);
    assertThat(answer.event()).isInstanceOf(Event.AgentReplied.class);
    return ((Reply.Say) ((Event.AgentReplied) answer.event()).reply()).text();
  }

  private void awaitCompared(long compared, long different) {
    await()
        .untilAsserted(
            () -> {
              var fare = host.rollouts().rollout().orElseThrow().candidate();
              assertThat(List.of(fare.compared(), fare.different()))
                  .containsExactly(compared, different);
            });
  }

  @Test
  void what_a_listener_would_say_is_compared_and_never_said() {
    listening("return Reply.say(turn.text().equals(\"hello\") ? \"otherwise\" : \"\");");

    assertThat(answer()).isEqualTo("as ever");
    awaitCompared(1, 1);
  }

  @Test
  void the_same_answer_is_counted_as_such() {
    listening("return Reply.say(\"as ever\").remembering(\"[]\");");

    assertThat(answer()).isEqualTo("as ever");
    awaitCompared(1, 0);
  }

  @Test
  void a_listener_changes_nothing_and_finds_what_it_stored_within_the_turn() {
    listening(
        """
        context.storage().put("mine", "written");
        context.storage().replace("there", java.util.Optional.of("before"), "after");
        context.events().publish("hello.said", "{}");
        context.timers().set("wake", "c1", Instant.now(), "{}");
        context.metrics().count("hellos", 1);
        try {
          context.http().send(Http.Request.post(URI.create("https://example.com/"), "{}"));
          return Reply.say("posted");
        } catch (NotPermittedException e) {
          var found = context.storage().keys("").toString() + context.storage().get("there").get();
          return Reply.say(found.equals("[mine, there]after") ? "as ever" : found);
        }
        """);
    store.put("hello", "there", "before");
    answer();
    awaitCompared(1, 0);

    assertThat(store.keys("hello", "")).containsExactly("there");
    assertThat(store.get("hello", "there")).contains("before");
    assertThat(desk.events()).isEmpty();
    assertThat(desk.timers()).isEmpty();
    assertThat(figures).isEmpty();
  }

  @Test
  void a_listener_that_hangs_keeps_no_customer_waiting_and_its_lease_ends_with_it() {
    listening("try { Thread.sleep(600_000); } catch (InterruptedException e) {} return null;");

    for (int i = 0; i < 5; i++) {
      assertThat(answer()).isEqualTo("as ever");
    }
    assertThat(host.rollouts().rollout().orElseThrow().candidate().compared()).isZero();
    awaitCompared(2, 2);
  }

  @Test
  void a_file_beside_a_jar_asks_for_it_whatever_the_shop_has_set() throws IOException {
    host.close();
    open(Duration.ZERO);
    Files.writeString(root.resolve("plugins/hello-2.0.0.jar.rollout"), "shadow 30m\ndirect\n");
    listening("return Reply.say(\"otherwise\");");

    assertThat(answer()).isEqualTo("as ever");
    awaitCompared(1, 1);
    var rollout = host.rollouts().rollout().orElseThrow();
    assertThat(Duration.between(rollout.since(), Instant.parse(rollout.until())))
        .isEqualTo(Duration.ofMinutes(30));
    Files.writeString(root.resolve("plugins/hello-2.0.0.jar.rollout"), "shadow 1s\ndirect\n");
    await().until(this::answer, "otherwise"::equals);
  }

  @Test
  void an_admin_sends_a_candidate_back_to_listening_and_there_it_stays() throws IOException {
    host.close();
    open(Duration.ZERO);
    Files.writeString(root.resolve("plugins/hello-2.0.0.jar.rollout"), "canary 99\n");
    drop("2.0.0", "return Reply.say(\"otherwise\");");
    await().until(() -> host.rollouts().rollout().isPresent());
    host.rollouts().shadow("hello", "ann");

    await()
        .until(
            () -> host.rollouts().rollout().map(Rollout::stage), Optional.of(Stage.SHADOW)::equals);
    await().until(this::answer, "as ever"::equals);
    awaitCompared(1, 1);
    assertThat(host.rollouts().rollout().orElseThrow().until()).isEmpty();
    assertThat(host.rollouts().timeline("hello"))
        .extracting(Happening::what)
        .containsSubsequence("SHADOW", "shadow", "CANARY");
    host.rollouts().promote("hello", "ann");
    await().until(this::answer, "otherwise"::equals);
  }

  @Test
  void what_was_held_may_listen_and_is_not_promoted_by_itself() {
    host.close();
    open(Duration.ZERO);
    drop("2.0.0", "return Reply.say(\"otherwise\");");
    await().until(this::answer, "otherwise"::equals);
    host.rollouts().rollback("hello", "ann");
    await().until(this::answer, "as ever"::equals);
    host.rollouts().shadow("hello", "ann");

    await()
        .until(
            () -> host.rollouts().rollout().map(Rollout::stage), Optional.of(Stage.SHADOW)::equals);
    assertThat(host.rollouts().rollout().orElseThrow().note()).contains("keeps it here");
    assertThat(answer()).isEqualTo("as ever");
  }

  @Test
  void after_listening_it_goes_on_to_serve() {
    host.close();
    open(Duration.ofMillis(400));
    drop("2.0.0", "return Reply.say(\"otherwise\");");

    await().until(this::answer, "otherwise"::equals);
  }
}
