package dev.hotdesk.testkit;

import static dev.hotdesk.api.Order.Status.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final Conversation conversation =
      Conversation.with(new OrderAgent()).knowing(Samples.order("20261123-88", SHIPPED));

  @Test
  void carries_a_matter_through_its_questions() {
    conversation
        .customerSays("我的订单到哪了?")
        .isUnderstoodAs("order.status")
        .hears("哪个订单")
        .customerSays("20261123-88")
        .hears("后四位")
        .customerSays("6688")
        .hears("20261123-88：SHIPPED");
  }

  private static final class SilentAdviser implements Adviser {
    @Override
    public Optional<String> advise(Turn turn, AgentContext context) {
      return Optional.empty();
    }
  }

  @Test
  void proves_nothing_for_an_identified_customer() {
    conversation
        .identifiedAs(Samples.CUSTOMER)
        .customerSays("where is my order 20261123-88?")
        .hears("20261123-88 is SHIPPED");
  }

  @Test
  void brings_a_person_when_nothing_is_understood() {
    conversation.customerSays("quantum chromodynamics").waitsForOperator("not_understood");
  }

  @Test
  void asks_advisers_what_no_agent_is_sure_of() {
    conversation
        .advisedBy(new SilentAdviser())
        .advisedBy((_, _) -> Optional.of("In the library, third shelf"))
        .customerSays("quantum chromodynamics")
        .hearsOnce("third shelf")
        .customerSays("where is my order?")
        .hears("Which order");
  }

  @Test
  void brings_a_person_when_advisers_fail_or_say_nothing() {
    conversation
        .advisedBy(new SilentAdviser())
        .advisedBy(
            (_, _) -> {
              throw new IllegalStateException("the shelf fell down");
            })
        .customerSays("quantum chromodynamics")
        .waitsForOperator("not_understood");
  }

  @Test
  void brings_a_person_when_the_erp_is_down() {
    conversation
        .whileErpIsDown()
        .identifiedAs(Samples.CUSTOMER)
        .customerSays("where is my order 20261123-88?")
        .waitsForOperator("erp_unavailable");
  }

  @Test
  void brings_a_person_when_the_agent_fails() {
    Conversation.with(new BrokenAgent())
        .customerSays("where is my order?")
        .waitsForOperator("agent_failed");
  }

  @Test
  void is_silent_while_an_operator_serves() {
    conversation.customerSays("我的订单到哪了?").operatorTakes().customerSays("20261123-88");

    assertThat(conversation.answer()).isEmpty();

    conversation.operatorReleases().customerSays("我的订单到哪了?").hears("哪个订单");
  }

  @Test
  void shows_the_talk_when_an_expectation_fails() {
    conversation.customerSays("where is my order?");

    assertThatThrownBy(() -> conversation.hears("banana"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("banana", "CUSTOMER: where is my order?", "AGENT: Which order?");
  }

  @Test
  void brings_a_person_when_the_agent_hangs_and_serves_again_afterwards() {
    conversation
        .whileTheAgentHangs()
        .customerSays("我的订单到哪了?")
        .waitsForOperator("agent_timed_out")
        .onceAllIsWellAgain()
        .operatorTakes()
        .operatorReleases()
        .customerSays("我的订单到哪了?")
        .hears("哪个订单");
  }

  @Test
  void brings_a_person_when_the_erp_hangs() {
    conversation
        .whileErpHangs()
        .identifiedAs(Samples.CUSTOMER)
        .customerSays("where is my order 20261123-88?")
        .waitsForOperator("erp_unavailable");
  }

  @Test
  void cuts_off_an_agent_that_works_past_its_deadline() {
    Conversation.with(new SleepyAgent())
        .answeringWithin(Duration.ofMillis(20))
        .customerSays("where is my order?")
        .waitsForOperator("agent_timed_out");
  }

  @Test
  void goes_on_with_the_next_version_of_an_agent_in_the_middle_of_a_question() {
    conversation
        .customerSays("我的订单到哪了?")
        .hears("哪个订单")
        .swap(new OrderAgent())
        .customerSays("20261123-88")
        .hears("后四位");
  }

  @Test
  void answers_with_the_version_swapped_in() {
    conversation
        .customerSays("我的订单到哪了?")
        .hears("哪个订单")
        .swap(new BrokenAgent())
        .customerSays("20261123-88")
        .waitsForOperator("agent_failed");
  }

  @Test
  void carries_on_after_a_restart_with_what_was_asked() {
    conversation
        .customerSays("我的订单到哪了?")
        .hears("哪个订单")
        .restart()
        .customerSays("20261123-88")
        .hears("后四位");
  }

  @Test
  void asks_again_what_was_unanswered_at_a_kill_and_answers_once() {
    conversation.serverDiesAnswering("我的订单到哪了?");

    assertThat(conversation.answer()).isEmpty();

    conversation.restart().hearsOnce("哪个订单").restart().hearsOnce("哪个订单");
  }

  @Test
  void does_not_go_on_with_a_killed_server() {
    conversation.serverDiesAnswering("我的订单到哪了?");

    assertThatThrownBy(() -> conversation.customerSays("hello?"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("restart()");
  }

  @Test
  void forgets_what_was_asked_of_a_customer_who_was_away_for_long() {
    conversation
        .customerSays("我的订单到哪了?")
        .hears("哪个订单")
        .after(Duration.ofHours(3))
        .customerSays("20261123-88")
        .waitsForOperator("not_understood");
  }

  @Test
  void remembers_what_was_asked_of_a_customer_who_was_away_for_a_moment() {
    conversation
        .customerSays("我的订单到哪了?")
        .after(Duration.ofHours(1))
        .customerSays("20261123-88")
        .hears("后四位");
  }

  /** A small agent with its files among the test resources. */
  static final class OrderAgent implements Agent {
    @Override
    public Reply respond(Turn turn, AgentContext context) {
      var number = turn.slot("order_number");
      if (number.isEmpty()) {
        return Reply.ask(context.text("which"), "order_number");
      }
      return switch (context.erp().order(number.get())) {
        case OrderLookup.Found(var order) ->
            Reply.say(context.text("found", order.number(), order.status()));
        case OrderLookup.ProofNeeded _ -> Reply.ask(context.text("proof"), "phone_last4");
        case OrderLookup.NotFound _ -> Reply.ask(context.text("which"), "order_number");
        case OrderLookup.Refused _ -> Reply.handOver("order_not_proven");
      };
    }
  }

  private static final class BrokenAgent implements Agent {
    @Override
    public Reply respond(Turn turn, AgentContext context) {
      throw new UnsupportedOperationException("not today");
    }
  }

  private static final class SleepyAgent implements Agent {
    @Override
    public Reply respond(Turn turn, AgentContext context) {
      try {
        Thread.sleep(Duration.ofMinutes(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Reply.say("Did I sleep?");
    }
  }
}
