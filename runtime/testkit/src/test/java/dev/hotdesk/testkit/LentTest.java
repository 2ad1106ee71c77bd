package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Http;
import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.api.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LentTest {

  private static final String HOURS = "https://api.shop.example/hours";

  private final Conversation conversation = Conversation.with(new CallBackAgent());

  @Test
  void lends_settings_secrets_and_answers_of_other_systems() {
    conversation
        .lent()
        .configured("minutes", 30)
        .secret("key", "sesame")
        .answering(HOURS, 200, "from nine to five");

    conversation.customerSays("where is my order?").hears("from nine to five");

    assertThat(conversation.lent().sent())
        .singleElement()
        .satisfies(it -> assertThat(it.headers()).containsEntry("Authorization", "sesame"));
    assertThat(conversation.lent().stored()).containsEntry("asked/test.customer", "yes");
    assertThat(conversation.lent().counted("asked")).isEqualTo(1);
    assertThat(conversation.lent().timers()).containsOnlyKeys("call_back test.customer");
  }

  @Test
  void brings_a_person_when_what_the_agent_needs_is_not_given() {
    conversation.customerSays("where is my order?").waitsForOperator("agent_failed");
  }

  @Test
  void rings_timers_when_their_time_has_come() {
    conversation
        .lent()
        .configured("minutes", 30)
        .secret("key", "sesame")
        .answering(HOURS, 200, "from nine to five");
    conversation.customerSays("where is my order?");
    var trial = FunctionTrial.of(new CallBack(), conversation);

    assertThat(trial.after(Duration.ofMinutes(29)).lent().events()).isEmpty();
    assertThat(trial.after(Duration.ofMinutes(1)).lent().events())
        .containsExactly("called_back {\"key\":\"test.customer\"}");
    assertThat(trial.lent().timers()).isEmpty();
  }

  @Test
  void finds_a_function_that_does_its_work_again_when_the_occasion_comes_again() {
    var trial = FunctionTrial.of(new Forgetful());

    assertThatThrownBy(() -> trial.message(Author.CUSTOMER, "hello"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no second effect");
  }

  @Test
  void finds_an_occasion_for_which_a_function_has_no_trigger() {
    var trial = FunctionTrial.of(new CallBack());

    assertThatThrownBy(() -> trial.session("closed"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("CallBack has no trigger");
  }

  /** Asks another system when to call back, and sets a timer. */
  private static final class CallBackAgent implements Agent {
    @Override
    public Reply respond(Turn turn, AgentContext context) {
      var later = Duration.ofMinutes(context.config().number("minutes"));
      var request =
          new Http.Request(
              "GET",
              URI.create(HOURS),
              Map.of("Authorization", context.secret("key")),
              "",
              Duration.ofSeconds(1));
      context
          .timers()
          .set("call_back", turn.conversation(), context.clock().instant().plus(later), "{}");
      context.storage().put("asked/" + turn.conversation(), "yes");
      context.metrics().count("asked", 1);
      return Reply.say(context.http().send(request).body());
    }
  }

  /** Calls back once for each timer. */
  private static final class CallBack implements PluginFunction {
    @Override
    public List<Trigger> triggers() {
      return List.of(new Trigger.OnTimer("call_back"));
    }

    @Override
    public Outcome run(Invocation invocation, PluginContext context) {
      if (invocation.cause() instanceof Invocation.Cause.Timer timer
          && context.storage().replace("done/" + invocation.id(), Optional.empty(), "")) {
        context.events().publish("called_back", "{\"key\":\"" + timer.key() + "\"}");
      }
      return Outcome.done();
    }
  }

  private static final class Forgetful implements PluginFunction {
    @Override
    public List<Trigger> triggers() {
      return List.of(new Trigger.OnMessage(Author.CUSTOMER));
    }

    @Override
    public Outcome run(Invocation invocation, PluginContext context) {
      context.events().publish("heard", "{}");
      return Outcome.done();
    }
  }
}
