package dev.hotdesk.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Passage;
import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class DocumentsAdviserTest {

  private final Conversation conversation =
      Conversation.with()
          .advisedBy(new DocumentsAdviser())
          .knowing(passage("The store is open from 9 to 21.", "Stores", "Hours", Language.EN))
          .knowing(passage("退货运费由我们承担。", "退换货政策", "运费", Language.ZH));

  @Test
  void quotes_the_passage_and_names_its_source_in_english() {
    conversation
        .customerSays("when is the store open?")
        .hearsOnce("The store is open from 9 to 21.\nSource: Stores › Hours");
  }

  @Test
  void quotes_the_passage_and_names_its_source_in_chinese() {
    conversation.customerSays("退货运费谁承担?").hearsOnce("退货运费由我们承担。\n来源:退换货政策 › 运费");
  }

  @Test
  void says_nothing_where_no_passage_fits() {
    conversation.customerSays("tell me about quantum chromodynamics").waitsForOperator("no_agent");
  }

  @Test
  void shortens_a_textpassage_after_a_sentence() {
    var text = "Parcels leave the warehouse at noon. ".repeat(12) + "Nothing leaves on Sundays.";

    conversation
        .knowing(passage(text, "Delivery", "", Language.EN))
        .customerSays("when do parcels leave the warehouse")
        .hears("at noon. …\nSource: Delivery")
        .doesNotHear("Sundays");
    assertThat(conversation.answer()).hasSizeLessThan(400);
  }

  private static Passage passage(String text, String source, String place, Language language) {
    return new Passage(text, source, place, language, 1);
  }
}
