package dev.hotdesk.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Frame;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private final Layout layout = new Layout();

  @Test
  void late_arrivals_that_stand_where_they_were_said_are_no_fault() {
    said(1, "12:00:10Z", 0);
    said(2, "12:00:30Z", 0);
    said(3, "12:00:20Z", 2);
    said(4, "12:00:15Z", 2);
    layout.add(5, Frame.body("text", "without a date"));

    assertThat(layout.misplaced()).isEmpty();
    assertThat(layout.late()).isEqualTo(2);
  }

  @Test
  void one_that_stands_before_what_was_said_earlier_is_told() {
    said(1, "12:00:10Z", 0);
    said(2, "12:00:30Z", 0);
    said(3, "12:00:20Z", 1);

    assertThat(layout.misplaced())
        .singleElement()
        .asString()
        .contains("12:00:10Z")
        .contains("12:00:20Z");
  }

  private void said(long seq, String sent, long before) {
    layout.add(seq, Frame.body("sent", "2026-11-23T" + sent, "before", before));
  }
}
