package dev.hotdesk.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.testkit.Conversation;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishesTest {

  private final PlainWishes first = new PlainWishes();
  private final SizedWishes second = new SizedWishes();

  @Test
  void the_list_goes_on_under_a_later_version_and_again_under_the_first() {
    Conversation.with(first)
        .customerSays("add mug 7 to my list")
        .customerSays("put boots, size 41 on my wish list")
        .customerSays("what is on my list?")
        .hears("On your list: mug 7; boots, size 41.")
        .swap(second)
        .customerSays("what is on my list?")
        .hears("On your list: mug 7; boots (size 41).")
        .customerSays("remove mug 7 from my list")
        .customerSays("add sandals, size 38 to my list")
        .hears("sandals (size 38)")
        .swap(new PlainWishes())
        .customerSays("what is on my list?")
        .hears("On your list: boots, size 41; sandals, size 38.");
  }

  @Test
  void the_list_is_kept_in_chinese_too() {
    Conversation.with(first)
        .customerSays("把杯子7加到我的清单")
        .customerSays("把帐篷加进我的心愿单")
        .swap(second)
        .customerSays("把杯子7从我的清单里删掉")
        .swap(new PlainWishes())
        .customerSays("我的清单里有什么")
        .hears("您的清单：帐篷。");
  }

  @Test
  void the_last_wish_taken_off_leaves_nothing() {
    Conversation.with(second)
        .customerSays("add mug 7 to my list")
        .customerSays("take mug 7 off my list")
        .customerSays("what is on my list?")
        .hears("nothing on your list yet");
  }

  @Test
  void what_is_remembered_survives_the_way_there_and_back_to_the_letter() {
    var document = first.written(List.of("a \"fine\" mug", "boots, size 41", "back\\slash", "茶"));

    assertThat(second.downgradeMemory(second.upgradeMemory(document, 1), 1)).isEqualTo(document);
  }
}
