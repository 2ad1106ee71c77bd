package shop.example.hello;

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class OpeningHoursAgentTest {

  private final Conversation conversation = Conversation.with(new OpeningHoursAgent());

  @Test
  void tells_the_hours_in_english() {
    conversation.customerSays("When do you open?").hears("10:00");
  }

  @Test
  void tells_the_hours_in_chinese() {
    conversation.customerSays("你们几点开门?").hears("10:00");
  }
}
