package dev.hotdesk.server.store;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.Timer;
import dev.hotdesk.session.Times;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** When what happened in a session as JSON, and back. */
final class TimesJson {

  private TimesJson() {}

  static String encode(Session session) {
    var times = session.times();
    return Json.write(
        json -> {
          json.write("seq", session.lastSequence())
              .write("begun", times.begun().toEpochMilli())
              .write("entered", times.entered().toEpochMilli())
              .write("changed", times.changed().toEpochMilli());
          write(json, "asked", times.asked());
          write(json, "answered", times.answered());
          write(json, "customer", times.customerSpoke());
          write(json, "server", times.serverSpoke());
          json.write("spent", times.spent().toMillis());
          write(json, "owed", times.owedSince());
          json.writeStartArray("overdue");
          times.overdue().stream().sorted().forEach(timer -> json.write(timer.word()));
          json.writeEnd();
        });
  }

  /**
   * The times of a session that has come to this place. A server of before writes none, and leaves
   * those of an earlier place: then nothing is known but when the row was last changed.
   */
  static Times decode(String text, long lastSequence, Instant changed) {
    if (text.isEmpty()) {
      return Times.begin(changed);
    }
    var json = Json.read(text);
    if (json.getJsonNumber("seq").longValueExact() != lastSequence) {
      return Times.begin(changed);
    }
    return new Times(
        time(json, "begun").orElse(changed),
        time(json, "entered").orElse(changed),
        time(json, "changed").orElse(changed),
        time(json, "asked"),
        time(json, "answered"),
        time(json, "customer"),
        time(json, "server"),
        Duration.ofMillis(json.getJsonNumber("spent").longValueExact()),
        time(json, "owed"),
        json.getJsonArray("overdue").getValuesAs(JsonString.class).stream()
            .map(word -> Timer.of(word.getString()))
            .collect(Collectors.toSet()));
  }

  private static void write(JsonGenerator json, String name, Optional<Instant> time) {
    time.ifPresent(at -> json.write(name, at.toEpochMilli()));
  }

  private static Optional<Instant> time(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonNumber(name))
        .map(number -> Instant.ofEpochMilli(number.longValueExact()));
  }
}
