package ${package};

import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class ${agent}Test {

  private final Conversation conversation = Conversation.with(new ${agent}());

  @Test
  void tells_what_can_be_altered_in_english() {
    conversation.customerSays("can you shorten these trousers?").hears("hems");
  }

  @Test
  void tells_what_can_be_altered_in_chinese() {
    conversation.customerSays("裤子可以改短吗?").hears("裤脚");
  }
}
