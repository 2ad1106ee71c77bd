package dev.hotdesk.server.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for opening hours. */
abstract class HoursTableContract {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final OpeningHours MONDAYS =
      new OpeningHours(
          ZoneId.of("Asia/Shanghai"),
          Map.of(DayOfWeek.MONDAY, List.of(Period.of("09:00-12:00"), Period.of("13:30-24:00"))),
          Map.of(LocalDate.of(2027, 1, 1), List.of()));

  private HoursTable table;

  abstract DataSource database();

  @BeforeEach
  void lay() {
    table = new HoursTable(database(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void a_shop_without_hours_never_closes() {
    table.refresh();
    assertThat(table.of("")).isEqualTo(OpeningHours.ALWAYS);
    assertThat(table.of("sh-01")).isEqualTo(OpeningHours.ALWAYS);
  }

  @Test
  void the_hours_without_a_name_are_those_of_all_without_their_own() {
    var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());
    table.put("", MONDAYS, "admin");
    table.put("sh-01", never, "admin");

    assertThat(table.of("sh-01")).isEqualTo(never);
    assertThat(table.of("sh-02")).isEqualTo(MONDAYS);
    assertThat(table.all())
        .containsExactly(
            new HoursTable.Entry("", MONDAYS, NOW, "admin"),
            new HoursTable.Entry("sh-01", never, NOW, "admin"));
  }

  @Test
  void the_latest_hours_hold_until_they_are_taken_away() {
    table.put("sh-01", OpeningHours.ALWAYS, "admin");
    table.put("sh-01", MONDAYS, "sue");
    assertThat(table.all()).containsExactly(new HoursTable.Entry("sh-01", MONDAYS, NOW, "sue"));

    assertThat(table.remove("sh-01")).isTrue();
    assertThat(table.remove("sh-01")).isFalse();
    assertThat(table.of("sh-01")).isEqualTo(OpeningHours.ALWAYS);
  }

  @Test
  void another_server_learns_of_new_hours_when_it_looks() {
    var other = new HoursTable(database(), Clock.systemUTC());
    other.refresh();
    table.put("", MONDAYS, "admin");
    assertThat(other.of("")).isEqualTo(OpeningHours.ALWAYS);

    assertThat(other.refresh()).isTrue();
    assertThat(other.of("")).isEqualTo(MONDAYS);
    assertThat(other.refresh()).isFalse();
  }
}
