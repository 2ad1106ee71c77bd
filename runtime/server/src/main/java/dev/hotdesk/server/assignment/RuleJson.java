package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Fact;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts that a rule wants, as JSON, and back. */
final class RuleJson {

  private RuleJson() {}

  static String encode(Map<Fact, Set<String>> when) {
    return Json.write(
        json ->
            when.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                    each -> {
                      json.writeStartArray(each.getKey().word());
                      each.getValue().stream().sorted().forEach(json::write);
                      json.writeEnd();
                    }));
  }

  /** A rule with a fact that only a later version knows fits nobody. */
  static Map<Fact, Set<String>> decode(String text) {
    var when = new EnumMap<Fact, Set<String>>(Fact.class);
    for (var each : Json.read(text).entrySet()) {
      var fact = Fact.of(each.getKey());
      if (fact.isEmpty()) {
        return Map.of(Fact.CHANNEL, Set.of());
      }
      when.put(
          fact.get(),
          each.getValue().asJsonArray().getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .collect(Collectors.toSet()));
    }
    return when;
  }
}
