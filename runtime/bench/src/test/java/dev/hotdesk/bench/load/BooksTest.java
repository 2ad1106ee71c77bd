package dev.hotdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {

  private final Tally tally = new Tally();
  private final Books books = new Books();

  BooksTest() {
    books.opened("web.1");
    books.say();
    books.say();
    books.promised(0, 1, tally);
    books.promised(1, 3, tally);
    books.answered(4, "a 1");
  }

  private static Message own(long seq, int number) {
    return new Message(seq, "customer", "", "q", Words.id(number));
  }

  private static Message operators(long seq, String text) {
    return new Message(seq, "operator", "Amy", text, "");
  }

  @Test
  void find_nothing_in_a_log_that_keeps_every_promise() {
    var found = books.against(List.of(own(1, 0), own(3, 1), operators(4, "a 1")));

    assertThat(found).isEqualTo(new Audit.Found(2, List.of(), List.of(), List.of()));
  }

  @Test
  void find_what_was_promised_and_is_not_there() {
    var found = books.against(List.of(own(1, 0)));

    assertThat(found.lost())
        .containsExactly("web.1: m1, promised at 3, found at 0", "web.1: a 1, promised at 4");
  }

  @Test
  void find_what_is_stored_twice() {
    var found = books.against(List.of(own(1, 0), own(3, 1), operators(4, "a 1"), own(5, 1)));

    assertThat(found.doubled()).containsExactly("web.1: m1 is stored twice");
  }

  @Test
  void find_what_changed_places_but_not_what_was_refused_and_said_again() {
    var swapped = new Books();
    swapped.say();
    swapped.say();
    swapped.promised(0, 3, tally);
    swapped.promised(1, 1, tally);
    var log = List.of(own(1, 1), own(3, 0));

    assertThat(swapped.against(log).misplaced()).hasSize(1);
    swapped.refused(0);
    assertThat(swapped.against(log).misplaced()).isEmpty();
  }

  @Test
  void note_what_is_shown_twice_or_too_late() {
    books.heard(3, tally);
    books.heard(3, tally);
    books.heard(2, tally);

    assertThat(tally.doubled().count()).isEqualTo(1);
    assertThat(tally.misplaced().count()).isEqualTo(1);
  }

  @Test
  void know_what_is_owed() {
    books.say();

    assertThat(books.owed()).containsExactly(2);
    assertThat(books.promised(2, 9, tally)).isTrue();
    assertThat(books.promised(2, 9, tally)).isFalse();
    assertThat(books.owed()).isEmpty();
  }
}
