package dev.hotdesk.server.hours;

import dev.hotdesk.hours.OpeningHours;
import dev.hotdesk.hours.Period;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opening hours as JSON, and back. */
final class HoursJson {

  private HoursJson() {}

  static String encode(OpeningHours hours) {
    return Json.write(
        json -> {
          json.write("zone", hours.zone().getId());
          write(json, "week", hours.week());
          write(json, "exceptions", hours.exceptions());
        });
  }

  static OpeningHours decode(String text) {
    var json = Json.read(text);
    return new OpeningHours(
        ZoneId.of(json.getString("zone")),
        read(json.getJsonObject("week"), DayOfWeek::valueOf),
        read(json.getJsonObject("exceptions"), LocalDate::parse));
  }

  private static void write(JsonGenerator json, String name, Map<?, List<Period>> days) {
    json.writeStartObject(name);
    days.forEach(
        (day, periods) -> {
          json.writeStartArray(day.toString());
          periods.forEach(period -> json.write(period.text()));
          json.writeEnd();
        });
    json.writeEnd();
  }

  private static <D> Map<D, List<Period>> read(JsonObject days, Function<String, D> day) {
    return days.keySet().stream()
        .collect(
            Collectors.toMap(
                day,
                name ->
                    days.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(period -> Period.of(period.getString()))
                        .toList()));
  }
}
