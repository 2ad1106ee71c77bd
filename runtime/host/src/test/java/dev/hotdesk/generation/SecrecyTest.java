package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Language;
import dev.hotdesk.capability.Lender;
import dev.hotdesk.capability.MemoryFunctionDesk;
import dev.hotdesk.capability.MemoryPluginStore;
import dev.hotdesk.capability.OutboundClient;
import dev.hotdesk.capability.OwnFigures;
import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.routing.TurnWatch;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin whose exceptions quote its secret, and whoever could read them. */
class SecrecyTest {

  private static final String SECRET = "s3cret-token";
  private static final String BLOT = "*****";

  @TempDir Path root;
  private final Heard heard = new Heard();
  private final Logger everybody = Logger.getLogger("");
  private final Clock clock = Clock.systemUTC();
  private final OutboundClient client = new OutboundClient(Set.of());
  private PluginHost host;
  private Path drops;

  @BeforeEach
  void open() {
    everybody.addHandler(heard);
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
            new MemoryPluginStore(),
            new MemoryFunctionDesk(),
            (_, _) -> Optional.of(SECRET),
            _ -> new NothingLent(clock).config(),
            client,
            new OwnFigures() {},
            new PluginLogs(clock),
            (_, _) -> List.of()));
  }

  @AfterEach
  void close() {
    host.close();
    client.close();
    everybody.removeHandler(heard);
  }

  private void drop(String members) {
    Jars.agent("leaky", "1.0.0")
        .manifest("Hotdesk-Permissions", "secret:token")
        .compiled(
            """
            package shop;
            import dev.hotdesk.api.*;
            public class Hello implements Agent {
              %s
            }
            """
                .formatted(members))
        .into(drops, "leaky.jar");
    await()
        .until(
            () ->
                host.drops().stream()
                    .anyMatch(it -> it.state() == State.LIVE || it.state() == State.REJECTED));
  }

  private void dropResponding(String statements) {
    drop("public Reply respond(Turn turn, AgentContext context) { %s }".formatted(statements));
    assertThat(host.drops()).singleElement().matches(it -> it.state() == State.LIVE);
  }

  private String failure() {
    var bounds = new Bounds(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofMinutes(1));
    var agents =
        new Agents(
            host,
            () -> {
              throw new IllegalStateException("no shop here");
            },
            bounds,
            clock,
            TurnWatch.NONE);
    var ask = new Ask(1, new dev.hotdesk.session.State.Question(1, "hello"));
    var question = new TurnRequest("web.c1", ask, Dialogue.in(Language.EN), "", "", List.of());
    return ((Event.AgentFailed) agents.answer(question).event()).reason();
  }

  private String lastFault() {
    return host.plugins().getFirst().health().lastFault();
  }

  @Test
  void what_an_agent_throws_is_blotted_out_of_the_last_fault_and_of_the_log() {
    dropResponding(
        """
        var token = context.secret("token");
        var thrown = new IllegalStateException("refused: " + token,
            new java.io.IOException("from " + token));
        thrown.addSuppressed(new IllegalStateException("and closing " + token));
        throw thrown;
        """);

    assertThat(failure()).isEqualTo("agent_failed");
    assertThat(lastFault()).contains("refused: " + BLOT);
    assertThat(heard.text())
        .contains("refused: " + BLOT, "from " + BLOT, "and closing " + BLOT)
        .contains("at shop.Hello.respond")
        .doesNotContain(SECRET);
  }

  @Test
  void an_agent_that_says_that_the_shop_is_down_is_believed_but_not_quoted() {
    dropResponding("throw new ErpUnavailableException(\"down for \" + context.secret(\"token\"));");

    assertThat(failure()).isEqualTo("erp_unavailable");
    assertThat(heard.text()).contains("down for " + BLOT).doesNotContain(SECRET);
  }

  @Test
  void what_is_thrown_at_the_start_is_blotted_out_of_the_note_and_of_the_timeline()
      throws IOException {
    drop(
        """
        public Hello() { throw new IllegalStateException("started with %s"); }
        public Reply respond(Turn turn, AgentContext context) { return Reply.say(""); }
        """
            .formatted(SECRET));

    assertThat(host.drops())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("started with " + BLOT));
    assertThat(Files.readString(drops.resolve("leaky.jar.status.json")))
        .contains("started with " + BLOT)
        .doesNotContain(SECRET);
    assertThat(host.rollouts().timeline("leaky").toString())
        .contains("started with " + BLOT)
        .doesNotContain(SECRET);
    assertThat(heard.text()).contains("started with " + BLOT).doesNotContain(SECRET);
  }

  @Test
  void a_thread_of_its_own_that_dies_of_it_is_not_quoted() {
    dropResponding(
        """
        var token = context.secret("token");
        new Thread(() -> { throw new IllegalStateException("mine: " + token); }).start();
        throw new IllegalStateException();
        """);
    failure();

    await().until(() -> heard.text().contains("mine: "));
    assertThat(heard.text()).contains("mine: " + BLOT).doesNotContain(SECRET);
  }

  @Test
  void a_text_of_the_plugins_is_blotted_out_when_the_runtime_asks_for_it() {
    dropResponding("return Reply.say(\"\");");

    try (var lease = host.lease()) {
      assertThat(lease.agent("leaky").orElseThrow().masked("later, " + SECRET))
          .isEqualTo("later, " + BLOT);
    }
  }

  /** All that is logged meanwhile, stack traces too. */
  private static final class Heard extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter format = new SimpleFormatter();

    Heard() {
      setLevel(Level.ALL);
    }

    String text() {
      return lines.stream().collect(Collectors.joining());
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(format.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
