package dev.hotdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void reads_texts_and_numbers_where_they_stand() {
    var frame = "{\"type\":\"message\",\"seq\":18,\"text\":\"a 7\",\"id\":\"\"}";

    assertThat(Fields.text(frame, "type")).isEqualTo("message");
    assertThat(Fields.number(frame, "seq")).isEqualTo(18);
    assertThat(Fields.text(frame, "text")).isEqualTo("a 7");
    assertThat(Fields.text(frame, "id")).isEmpty();
    assertThat(Fields.text(frame, "name")).isEmpty();
    assertThat(Fields.number(frame, "after")).isZero();
  }

  @Test
  void takes_nothing_within_a_text_for_a_field() {
    var frame = "{\"type\":\"message\",\"text\":\"I said \\\"seq\\\":9, \\\\\",\"seq\":3}";

    assertThat(Fields.number(frame, "seq")).isEqualTo(3);
    assertThat(Fields.text(frame, "text")).isEqualTo("I said \\\"seq\\\":9, \\\\");
  }

  @Test
  void survives_half_a_frame() {
    assertThat(Fields.text("{\"type\":\"mess", "type")).isEmpty();
    assertThat(Fields.text("{\"type\":", "type")).isEmpty();
  }
}
