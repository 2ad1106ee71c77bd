package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Events;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.routing.Understood.Candidate;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.State;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Agent> agents = new HashMap<>();
  private final List<String> published = new ArrayList<>();
  private String advice = "";
  private boolean isInScope = true;
  private int closed;

  private final Suggestions suggestions =
      new Suggestions(
          Desk::new,
          () -> {
            throw new IllegalStateException("No shop here");
          },
          Bounds.DEFAULT,
          Clock.systemUTC());

  @Test
  void the_likeliest_answer_comes_first_and_names_where_it_comes_from() {
    may("orders", "order.status", 0.7, "It left this morning.");
    may("returns", "return.request", 0.2, "Send it back within 30 days.");

    assertThat(suggestions.to(question()))
        .containsExactly(
            new Suggestion(
                "It left this morning.",
                "order.status",
                0.7,
                "orders@2.1",
                Map.of("order_number", "88")),
            new Suggestion(
                "Send it back within 30 days.",
                "return.request",
                0.2,
                "returns@2.1",
                Map.of("order_number", "88")));
    assertThat(closed).isOne();
  }

  @Test
  void where_the_bot_would_be_at_a_loss_an_operator_still_sees_what_it_may_be() {
    isInScope = false;
    may("orders", "order.status", 0.3, "It left this morning.");

    assertThat(suggestions.to(question()))
        .extracting(Suggestion::text)
        .containsExactly("It left this morning.");
  }

  @Test
  void there_are_three_at_the_most_none_twice_and_none_that_is_unlikely() {
    may("a", "a.a", 0.4, "one");
    may("b", "b.b", 0.2, "one");
    may("c", "c.c", 0.15, "three");
    may("d", "d.d", 0.09, "four");
    assertThat(suggestions.to(question()))
        .extracting(Suggestion::text)
        .containsExactly("one", "three");

    candidates.clear();
    List.of("a", "b", "c", "d").forEach(it -> may(it, it + ".x", 0.2, "by " + it));
    assertThat(suggestions.to(question()))
        .extracting(Suggestion::text)
        .containsExactly("by a", "by b", "by c");
  }

  @Test
  void who_hands_over_or_fails_suggests_nothing_and_keeps_nobody_else_from_it() {
    may("a", "a.a", 0.4, (_, _) -> Reply.handOver("handoff"));
    may(
        "b",
        "b.b",
        0.3,
        (_, _) -> {
          throw new IllegalStateException("broken");
        });
    may("c", "c.c", 0.2, "well");

    assertThat(suggestions.to(question())).extracting(Suggestion::text).containsExactly("well");
  }

  @Test
  void what_an_adviser_finds_comes_last_and_claims_no_intent() {
    may("orders", "order.status", 0.7, "It left this morning.");
    advice = "We are open from 9 (hours.md)";
    assertThat(suggestions.to(question()))
        .extracting(Suggestion::text, Suggestion::intent, Suggestion::agent)
        .containsExactly(
            tuple("It left this morning.", "order.status", "orders@2.1"),
            tuple("We are open from 9 (hours.md)", "", "library@2.1"));

    isInScope = false;
    assertThat(suggestions.to(question()))
        .extracting(Suggestion::text, Suggestion::intent)
        .containsExactly(
            tuple("We are open from 9 (hours.md)", ""),
            tuple("It left this morning.", "order.status"));
  }

  @Test
  void nothing_that_an_agent_does_meanwhile_has_an_effect() {
    may(
        "a",
        "a.a",
        0.9,
        (_, context) -> {
          context.events().publish("bought", "{}");
          return Reply.say("done");
        });

    assertThat(suggestions.to(question())).hasSize(1);
    assertThat(published).isEmpty();
  }

  @Test
  void operators_do_not_crowd_out_customers() throws Exception {
    var busy = new CountDownLatch(4);
    var done = new CountDownLatch(1);
    may(
        "a",
        "a.a",
        0.9,
        (_, _) -> {
          busy.countDown();
          await(done);
          return Reply.say("done");
        });
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        others.submit(() -> suggestions.to(question()));
      }
      busy.await();
      assertThatThrownBy(() -> suggestions.to(question()))
          .isInstanceOf(SuggestionsBusyException.class)
          .hasMessageContaining("4 are under way");
      done.countDown();
    }
    assertThat(suggestions.to(question())).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void may(String agent, String intent, double probability, String says) {
    may(agent, intent, probability, (_, _) -> Reply.say(says));
  }

  private void may(String agent, String intent, double probability, Agent answer) {
    candidates.add(new Candidate(agent, new Intent(intent), probability));
    agents.put(agent, answer);
  }

  private static TurnRequest question() {
    return new TurnRequest(
        "web.abc",
        new Ask(3, new State.Question(7, "where is it")),
        Dialogue.in(Language.EN),
        "",
        "",
        List.of());
  }

  /** What serves, as this test says. */
  private final class Desk implements Lease, IntentModel {

    @Override
    public IntentModel intentModel() {
      return this;
    }

    @Override
    public Understood understand(String text, String asked, Catalogue catalogue) {
      return new Understood(
          Language.EN, candidates, isInScope, false, Map.of("order_number", "88"));
    }

    @Override
    public Optional<Plugged<Agent>> agent(String plugin) {
      return Optional.ofNullable(agents.get(plugin)).map(it -> new Extension<>(plugin, it));
    }

    @Override
    public List<Plugged<Adviser>> advisers() {
      return List.of(new Extension<>("library", (_, _) -> Optional.of(advice)));
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return Optional.empty();
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Extension<T> implements Plugged<T> {

    private final String plugin;
    private final T extension;

    Extension(String plugin, T extension) {
      this.plugin = plugin;
      this.extension = extension;
    }

    @Override
    public String plugin() {
      return plugin;
    }

    @Override
    public String version() {
      return "2.1";
    }

    @Override
    public Map<String, String> texts(Language language) {
      return Map.of();
    }

    @Override
    public PluginContext context() {
      var nothing = new NothingLent(Clock.systemUTC());
      Events events = (type, _) -> published.add(type);
      return (PluginContext)
          Proxy.newProxyInstance(
              PluginContext.class.getClassLoader(),
              new Class<?>[] {PluginContext.class},
              (_, method, arguments) ->
                  method.getName().equals("events") ? events : method.invoke(nothing, arguments));
    }

    @Override
    public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
      try {
        return work.apply(extension);
      } catch (RuntimeException e) {
        throw new PluginFaultException(
            PluginFaultException.Kind.THREW, plugin + " threw in " + what, e);
      }
    }
  }
}
