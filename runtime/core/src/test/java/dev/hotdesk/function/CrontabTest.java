package dev.hotdesk.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrontabTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * *           | 2026-11-23T10:00:30Z | 2026-11-23T10:01:00Z
          * * * * *           | 2026-11-23T10:01:00Z | 2026-11-23T10:02:00Z
          */15 * * * *        | 2026-11-23T10:01:00Z | 2026-11-23T10:15:00Z
          5-59/20 * * * *     | 2026-11-23T10:26:00Z | 2026-11-23T10:45:00Z
          0 9 * * MON-FRI     | 2026-11-27T10:00:00Z | 2026-11-30T09:00:00Z
          0 9 * * sat,SUN     | 2026-11-23T10:00:00Z | 2026-11-28T09:00:00Z
          0 9 * * 7           | 2026-11-23T10:00:00Z | 2026-11-29T09:00:00Z
          0 9 * * FRI-SUN     | 2026-11-28T10:00:00Z | 2026-11-29T09:00:00Z
          0 0 1 JAN *         | 2026-11-23T10:00:00Z | 2027-01-01T00:00:00Z
          0 0 29 2 *          | 2096-02-29T00:00:00Z | 2104-02-29T00:00:00Z
          0 0 13 * FRI        | 2026-11-23T10:00:00Z | 2026-11-27T00:00:00Z
          0 0 31 * *          | 2026-11-23T10:00:00Z | 2026-12-31T00:00:00Z
          59 23 31 12 *       | 2026-12-31T23:59:00Z | 2027-12-31T23:59:00Z
          """)
  void comes_next(String cron, Instant after, Instant next) {
    assertThat(new Crontab(cron).next(after, ZoneId.of("UTC"))).contains(next);
  }

  @Test
  void means_the_time_of_its_zone() {
    assertThat(new Crontab("0 9 * * *").next(Instant.parse("2026-11-23T00:59:59Z"), SHANGHAI))
        .contains(Instant.parse("2026-11-23T01:00:00Z"));
  }

  @Test
  void a_time_that_is_left_out_in_spring_comes_later_that_day() {
    // Clocks went from 02:00 to 03:00 on the 28th of March 2027.
    assertThat(times("30 2 * * *", "2027-03-26T12:00:00Z", 4))
        .containsExactly(
            "2027-03-27T01:30:00Z",
            "2027-03-28T01:30:00Z",
            "2027-03-29T00:30:00Z",
            "2027-03-30T00:30:00Z");
  }

  @Test
  void nothing_comes_twice_in_spring() {
    assertThat(times("30 * * * *", "2027-03-28T00:00:00Z", 3))
        .containsExactly("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z");
    assertThat(times("0 2,3 * * *", "2027-03-28T00:00:00Z", 2))
        .containsExactly("2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z");
  }

  @Test
  void a_time_that_comes_twice_in_autumn_counts_once() {
    // Clocks went from 03:00 back to 02:00 on the 31st of October 2027.
    assertThat(times("30 2 * * *", "2027-10-30T12:00:00Z", 2))
        .containsExactly("2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z");
  }

  @Test
  void what_comes_each_hour_comes_in_both_of_them() {
    assertThat(times("30 * * * *", "2027-10-30T23:45:00Z", 3))
        .containsExactly("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-10-31T02:30:00Z");
  }

  @Test
  void comes_after_clocks_went_back_over_midnight() {
    // In Havana clocks went from 01:00 back to 00:00 on the 1st of November 2026.
    var havana = ZoneId.of("America/Havana");
    assertThat(new Crontab("30 0 * * *").next(Instant.parse("2026-11-01T04:31:00Z"), havana))
        .contains(Instant.parse("2026-11-02T05:30:00Z"));
    assertThat(new Crontab("*/30 * * * *").next(Instant.parse("2026-11-01T04:31:00Z"), havana))
        .contains(Instant.parse("2026-11-01T05:00:00Z"));
  }

  @Test
  void may_never_come() {
    assertThat(new Crontab("0 0 31 2 *").next(Instant.EPOCH, BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 8",
        "a * * * *",
        "*/0 * * * *",
        "5-3 * * * *",
        "5/15 * * * *",
        "-1 * * * *",
        "1, * * * *",
        "* * * JANUARY *",
        "@daily",
        "1-2-3 * * * *",
        "* * * , *"
      })
  void says_what_it_wants_instead(String cron) {
    assertThatThrownBy(() -> new Crontab(cron))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wanted");
  }

  private static List<String> times(String cron, String after, int many) {
    var crontab = new Crontab(cron);
    var times = new ArrayList<String>();
    var last = Instant.parse(after);
    for (int i = 0; i < many; i++) {
      last = crontab.next(last, BERLIN).orElseThrow();
      times.add(last.toString());
    }
    return times;
  }
}
