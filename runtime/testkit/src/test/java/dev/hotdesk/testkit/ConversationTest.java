package dev.hotdesk.testkit;

import static dev.hotdesk.api.Order.Status.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
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

  /** A small agent with its files among the test resources. */
  private static final class OrderAgent implements Agent {
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
}
