package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueTest {

  private static final Dialogue ASKED_FOR_SIZE =
      new Dialogue(
          "products",
          "product.availability",
          "size",
          Map.of("product", "P-1", "colour", "blue"),
          Language.EN);

  @Test
  void is_continued_by_a_bare_slot_value() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(true, true, Map.of("size", "M")))).isTrue();
  }

  @Test
  void is_continued_by_a_vague_message_that_names_what_was_asked() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(false, false, Map.of("size", "M")))).isTrue();
  }

  @Test
  void is_continued_by_a_message_that_names_what_was_asked_and_is_not_clearly_something_else() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(true, false, Map.of("size", "M"), 0.7)))
        .isTrue();
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(true, false, Map.of("colour", "red"), 0.7)))
        .isFalse();
  }

  @Test
  void is_left_by_a_clear_message_about_something_else() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(true, false, Map.of("size", "M"), 0.9)))
        .isFalse();
  }

  @Test
  void is_left_by_a_vague_message_about_another_product() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(false, false, Map.of("product", "P-2"))))
        .isFalse();
  }

  @Test
  void is_left_by_a_vague_message_without_particulars() {
    assertThat(ASKED_FOR_SIZE.isContinuedBy(message(false, false, Map.of()))).isFalse();
  }

  @Test
  void is_continued_unasked_by_another_value_of_the_same_kind() {
    var answered =
        new Dialogue("products", "product.availability", "", Map.of("size", "M"), Language.EN);
    assertThat(answered.isContinuedBy(message(false, true, Map.of("size", "L")))).isTrue();
    assertThat(answered.isContinuedBy(message(true, true, Map.of("order_number", "1")))).isFalse();
  }

  @Test
  void is_not_continued_by_a_bare_value_when_nothing_particular_was_spoken_of() {
    var greeted = new Dialogue("desk", "greeting", "", Map.of(), Language.EN);
    assertThat(greeted.isContinuedBy(message(false, true, Map.of("size", "L")))).isFalse();
  }

  @Test
  void is_not_begun_by_a_bare_value() {
    assertThat(Dialogue.NONE.isContinuedBy(message(false, true, Map.of("size", "M")))).isFalse();
  }

  @Test
  void keeps_what_was_said_and_adds_what_is_new() {
    assertThat(ASKED_FOR_SIZE.slots(Map.of("size", "M"), ""))
        .isEqualTo(Map.of("product", "P-1", "colour", "blue", "size", "M"));
  }

  @Test
  void forgets_colour_and_size_of_another_product() {
    assertThat(ASKED_FOR_SIZE.slots(Map.of("product", "P-2"), ""))
        .isEqualTo(Map.of("product", "P-2"));
  }

  @Test
  void takes_the_product_from_the_page_only_if_none_is_named() {
    assertThat(Dialogue.NONE.slots(Map.of(), "SKU-9")).isEqualTo(Map.of("product", "SKU-9"));
    assertThat(ASKED_FOR_SIZE.slots(Map.of(), "SKU-9")).containsEntry("product", "P-1");
  }

  private static Understood message(boolean inScope, boolean bare, Map<String, String> slots) {
    return message(inScope, bare, slots, 1);
  }

  private static Understood message(
      boolean inScope, boolean bare, Map<String, String> slots, double probability) {
    var candidate = new Understood.Candidate("desk", new Intent("greeting"), probability);
    return new Understood(Language.EN, List.of(candidate), inScope, bare, slots);
  }
}
