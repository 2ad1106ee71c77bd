package dev.hotdesk.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.server.http.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoursWishTest {

  private static final String ZONE = "Asia/Shanghai";

  @Test
  void reads_hours() {
    var wish =
        new HoursWish(
            " sh-01 ",
            ZONE,
            Map.of("Monday", List.of("09:00-12:00", "22:00-02:00")),
            Map.of("2027-01-01", List.of()));

    assertThat(wish.checkedStore()).isEqualTo("sh-01");
    assertThat(wish.checkedHours())
        .isEqualTo(
            new OpeningHours(
                ZoneId.of(ZONE),
                Map.of(
                    DayOfWeek.MONDAY, List.of(Period.of("09:00-12:00"), Period.of("22:00-02:00"))),
                Map.of(LocalDate.of(2027, 1, 1), List.of())));
    assertThat(new HoursWish(null, ZONE, null, null).checkedStore()).isEmpty();
    assertThat(new HoursWish(null, ZONE, null, null).checkedHours().week()).isEmpty();
  }

  @Test
  void says_what_is_wrong() {
    refuses(new HoursWish("", null, null, null), "Asia/Shanghai");
    refuses(new HoursWish("", "Mars/Olympus", null, null), "Mars/Olympus");
    refuses(new HoursWish("", ZONE, Map.of("funday", List.of()), null), "\"funday\"");
    refuses(new HoursWish("", ZONE, Map.of("monday", List.of("9-5")), null), "monday");
    refuses(new HoursWish("", ZONE, null, Map.of("2027-02-30", List.of())), "\"2027-02-30\"");
    refuses(
        new HoursWish("", ZONE, Map.of("monday", Collections.nCopies(13, "09:00-10:00")), null),
        "at most 12");
    var many =
        IntStream.range(0, 401)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> LocalDate.of(2027, 1, 1).plusDays(i).toString(), _ -> List.<String>of()));
    refuses(new HoursWish("", ZONE, null, many), "401");
    assertThatThrownBy(() -> new HoursWish("../x", ZONE, null, null).checkedStore())
        .isInstanceOf(ProblemException.class);
  }

  private static void refuses(HoursWish wish, String word) {
    assertThatThrownBy(wish::checkedHours)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(word);
  }
}
