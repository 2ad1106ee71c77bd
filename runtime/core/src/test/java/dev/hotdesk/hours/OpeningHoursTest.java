package dev.hotdesk.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

  /**
   * Two periods a day, a late one on Fridays, Sundays off; closed at New Year, short on the eve.
   */
  private static final OpeningHours SHANGHAI =
      new OpeningHours(
          ZoneId.of("Asia/Shanghai"),
          week("09:00-12:00", "13:30-21:00"),
          Map.of(
              LocalDate.of(2026, 12, 31), periods("10:00-15:00"),
              LocalDate.of(2027, 1, 1), List.of()));

  @ParameterizedTest
  @CsvSource({
    // 23 November 2026 is a Monday
    "2026-11-23T08:59:59, false, 2026-11-23T09:00, 2026-11-23T08:59:59",
    "2026-11-23T09:00,    true,  2026-11-23T09:00, 2026-11-23T12:00",
    "2026-11-23T12:00,    false, 2026-11-23T13:30, 2026-11-23T12:00",
    "2026-11-23T20:59:59, true,  2026-11-23T20:59:59, 2026-11-23T21:00",
    "2026-11-23T21:00,    false, 2026-11-24T09:00, 2026-11-23T21:00",
    // from Friday night into Saturday
    "2026-11-27T23:30,    true,  2026-11-27T23:30, 2026-11-28T02:00",
    "2026-11-28T01:59,    true,  2026-11-28T01:59, 2026-11-28T02:00",
    "2026-11-28T02:00,    false, 2026-11-28T09:00, 2026-11-28T02:00",
    // Sunday off
    "2026-11-28T21:00,    false, 2026-11-30T09:00, 2026-11-28T21:00",
    "2026-11-29T12:00,    false, 2026-11-30T09:00, 2026-11-29T12:00",
    // exceptions
    "2026-12-31T09:30,    false, 2026-12-31T10:00, 2026-12-31T09:30",
    "2026-12-31T14:00,    true,  2026-12-31T14:00, 2026-12-31T15:00",
    "2026-12-31T15:00,    false, 2027-01-02T09:00, 2026-12-31T15:00",
  })
  void knows_when_it_is_open_and_when_that_changes(
      String now, boolean isOpen, String opens, String closes) {
    assertThat(SHANGHAI.isOpen(shanghai(now))).isEqualTo(isOpen);
    assertThat(SHANGHAI.opens(shanghai(now))).contains(shanghai(opens));
    assertThat(SHANGHAI.closes(shanghai(now))).contains(shanghai(closes));
  }

  @Test
  void never_closes_or_never_opens() {
    var now = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(OpeningHours.ALWAYS.isOpen(now)).isTrue();
    assertThat(OpeningHours.ALWAYS.opens(now)).contains(now);
    assertThat(OpeningHours.ALWAYS.closes(now)).isEmpty();
    var never = new OpeningHours(ZoneId.of("UTC"), Map.of(), Map.of());
    assertThat(never.isOpen(now)).isFalse();
    assertThat(never.opens(now)).isEmpty();
    assertThat(never.closes(now)).contains(now);
    var twelveAndTwelve =
        new OpeningHours(
            ZoneId.of("UTC"), OpeningHours.daily(periods("00:00-12:00", "12:00-24:00")), Map.of());
    assertThat(twelveAndTwelve.isOpen(now)).isTrue();
    assertThat(twelveAndTwelve.closes(now)).isEmpty();
  }

  @Test
  void is_always_open_but_on_one_day() {
    var hours =
        new OpeningHours(
            ZoneId.of("UTC"),
            OpeningHours.daily(List.of(Period.WHOLE_DAY)),
            Map.of(LocalDate.of(2026, 12, 25), List.of()));
    assertThat(hours.closes(Instant.parse("2026-11-23T12:00:00Z")))
        .contains(Instant.parse("2026-12-25T00:00:00Z"));
    assertThat(hours.opens(Instant.parse("2026-12-25T00:00:00Z")))
        .contains(Instant.parse("2026-12-26T00:00:00Z"));
  }

  /** In Berlin the clock goes from 2 to 3 on 28 March 2027, and from 3 to 2 on 31 October 2027. */
  @ParameterizedTest
  @CsvSource({
    "2027-03-28, 02:30-05:00, 2027-03-28T01:30:00Z, PT1H30M",
    "2027-03-28, 00:00-24:00, 2027-03-27T23:00:00Z, PT23H",
    "2027-10-31, 00:00-24:00, 2027-10-30T22:00:00Z, PT25H",
    "2027-10-31, 01:00-03:30, 2027-10-30T23:00:00Z, PT3H30M",
    "2027-03-27, 22:00-04:00, 2027-03-27T21:00:00Z, PT5H",
  })
  void goes_by_the_clock_on_the_wall_when_it_is_put_forward_or_back(
      LocalDate date, String period, Instant opens, Duration open) {
    var hours =
        new OpeningHours(
            ZoneId.of("Europe/Berlin"), Map.of(), Map.of(date, List.of(Period.of(period))));
    assertThat(hours.opens(opens.minusSeconds(1))).contains(opens);
    assertThat(hours.closes(opens)).isEqualTo(Optional.of(opens.plus(open)));
  }

  @ParameterizedTest
  @CsvSource({"9:00-12:00", "09:00", "09:00-25:00", "12:00-12:00", "24:00-02:00", "''"})
  void says_what_is_no_period(String text) {
    assertThatThrownBy(() -> Period.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wanted");
  }

  @ParameterizedTest
  @CsvSource({"09:00-12:30", "22:00-02:00", "00:00-24:00", "18:00-24:00"})
  void writes_a_period_as_it_reads_it(String text) {
    assertThat(Period.of(text).text()).isEqualTo(text);
  }

  private static Instant shanghai(String local) {
    return java.time.LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  private static List<Period> periods(String... texts) {
    return Stream.of(texts).map(Period::of).toList();
  }

  private static Map<DayOfWeek, List<Period>> week(String... usual) {
    var week = new EnumMap<DayOfWeek, List<Period>>(OpeningHours.daily(periods(usual)));
    week.put(DayOfWeek.FRIDAY, periods("09:00-12:00", "13:30-02:00"));
    week.remove(DayOfWeek.SUNDAY);
    return week;
  }
}
