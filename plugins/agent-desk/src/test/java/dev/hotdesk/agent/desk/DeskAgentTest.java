package dev.hotdesk.agent.desk;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class DeskAgentTest {

  private final Conversation conversation = Conversation.with(new DeskAgent());

  @Test
  void welcomes_and_takes_leave_in_chinese() {
    conversation
        .customerSays("你好,在吗")
        .hears("您好")
        .customerSays("谢谢")
        .hears("不客气")
        .customerSays("再见")
        .hears("感谢您的光临");
  }

  @Test
  void welcomes_and_takes_leave_in_english() {
    conversation
        .customerSays("hello")
        .hears("Hello!")
        .customerSays("thank you very much")
        .hears("You are welcome")
        .customerSays("bye")
        .hears("Have a nice day");
  }

  @Test
  void brings_a_person_to_who_wants_one() {
    conversation.customerSays("转人工").waitsForOperator("handoff");
  }

  @Test
  void brings_a_person_to_who_wants_one_in_english() {
    conversation.customerSays("let me talk to a real person").waitsForOperator("handoff");
  }

  @Test
  void brings_a_person_to_who_complains() {
    conversation.customerSays("我要投诉你们").waitsForOperator("complaint");
  }

  @Test
  void brings_a_person_to_who_complains_in_english() {
    conversation.customerSays("i want to make a complaint").waitsForOperator("complaint");
  }
}
