package dev.hotdesk.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger();

  @Test
  void finds_nothing_to_blame_when_all_is_where_it_was_promised() {
    promise("c-1", 1);
    promise("c-2", 4);
    hear(1, "c-1");
    answer(3);
    hear(4, "c-2");

    assertThat(ledger.against(List.of(own(1, "c-1"), bot(3), own(4, "c-2"), bot(6))))
        .isEqualTo(new Findings(2, List.of(), List.of(), List.of()));
  }

  @Test
  void does_not_expect_what_was_never_promised() {
    ledger.said("c-1", "c-1");

    assertThat(ledger.against(List.of()).areClean()).isTrue();
  }

  @Test
  void misses_what_was_promised_and_is_not_there() {
    promise("c-1", 1);

    assertThat(ledger.against(List.of()).lost()).containsExactly("c-1, promised at 1; there: null");
  }

  @Test
  void misses_what_was_shown_and_is_not_there() {
    answer(3);

    assertThat(ledger.against(List.of()).lost()).hasSize(1);
  }

  @Test
  void misses_words_that_were_changed() {
    ledger.said("c-1", "blue");
    ledger.acknowledged("c-1", 1);

    assertThat(ledger.against(List.of(new Message(1, "customer", "", "red", "c-1"))).lost())
        .hasSize(1);
  }

  @Test
  void finds_one_message_in_two_places() {
    promise("c-1", 1);

    assertThat(ledger.against(List.of(own(1, "c-1"), own(2, "c-1"))).duplicated())
        .containsExactly("c-1 is stored twice");
  }

  @Test
  void finds_a_message_that_was_shown_twice() {
    ledger.connected(0);
    answer(3);
    ledger.connected(0);
    answer(3);

    assertThat(ledger.against(List.of(own(1, "x"), bot(3))).duplicated()).hasSize(1);
  }

  @Test
  void finds_two_promises_for_one_message() {
    promise("c-1", 1);
    ledger.acknowledged("c-1", 2);

    assertThat(ledger.against(List.of(own(1, "c-1"))).duplicated()).hasSize(1);
  }

  @Test
  void finds_more_answers_than_questions() {
    assertThat(ledger.against(List.of(own(1, "c-1"), bot(3), bot(4))).duplicated())
        .containsExactly("2 answers to 1 questions");
  }

  @Test
  void finds_messages_stored_in_another_order_than_said() {
    promise("c-1", 2);
    promise("c-2", 1);

    assertThat(ledger.against(List.of(own(1, "c-2"), own(2, "c-1"))).misordered())
        .containsExactly("c-2 stands at 1, before 2");
  }

  @Test
  void finds_messages_that_arrive_in_another_order_than_stored() {
    answer(3);
    answer(2);

    assertThat(ledger.against(List.of(own(1, "x"), bot(2), own(5, "y"), bot(3))).misordered())
        .containsExactly("2 arrived after 3");
  }

  private void promise(String id, long seq) {
    ledger.said(id, id);
    ledger.acknowledged(id, seq);
  }

  private void hear(long seq, String id) {
    ledger.heard(own(seq, id));
  }

  private void answer(long seq) {
    ledger.heard(bot(seq));
  }

  private static Message own(long seq, String id) {
    return new Message(seq, "customer", "", id, id);
  }

  private static Message bot(long seq) {
    return new Message(seq, "agent", "", "an answer", "");
  }
}
