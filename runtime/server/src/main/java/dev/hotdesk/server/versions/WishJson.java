package dev.hotdesk.server.versions;

import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wanted of a plugin as JSON, and back. */
final class WishJson {

  private WishJson() {}

  static String encode(Wish wish) {
    return Json.write(
        json -> {
          json.write("enabled", wish.isEnabled());
          wish.stable().ifPresent(jar -> write(json, "stable", jar));
          wish.previous().ifPresent(jar -> write(json, "previous", jar));
          wish.candidate().ifPresent(candidate -> write(json, candidate));
          json.writeStartObject("held");
          wish.held().forEach((sha256, why) -> write(json, sha256, why));
          json.writeEnd().writeStartArray("confirmed");
          wish.confirmed().forEach(json::write);
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, String name, Wish.Jar jar) {
    json.writeStartObject(name)
        .write("sha256", jar.sha256())
        .write("version", jar.version())
        .write("file", jar.file())
        .writeEnd();
  }

  private static void write(JsonGenerator json, String sha256, Wish.Hold why) {
    json.writeStartObject(sha256)
        .write("cause", why.cause().name())
        .write("reason", why.reason())
        .writeEnd();
  }

  private static void write(JsonGenerator json, Wish.Candidate candidate) {
    json.writeStartObject("candidate");
    write(json, "jar", candidate.jar());
    json.write("rollout", candidate.rollout())
        .write("stage", candidate.stage().name())
        .write("percent", candidate.percent())
        .write("since", candidate.since().toString())
        .write("kept", candidate.isKept())
        .writeEnd();
  }

  static Wish decode(String text) {
    var json = Json.read(text);
    return new Wish(
        json.getBoolean("enabled"),
        object(json, "stable").map(WishJson::jar),
        object(json, "previous").map(WishJson::jar),
        object(json, "candidate").map(WishJson::candidate),
        held(json.getJsonObject("held")),
        confirmed(json));
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonObject(name));
  }

  private static Wish.Jar jar(JsonObject json) {
    return new Wish.Jar(
        json.getString("sha256"), json.getString("version"), json.getString("file"));
  }

  private static Wish.Candidate candidate(JsonObject json) {
    return new Wish.Candidate(
        jar(json.getJsonObject("jar")),
        json.getString("rollout"),
        Stage.valueOf(json.getString("stage")),
        json.getInt("percent"),
        Instant.parse(json.getString("since")),
        json.getBoolean("kept"));
  }

  private static Map<String, Wish.Hold> held(JsonObject json) {
    return json.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, member -> hold(member.getValue())));
  }

  /** Before quarantine was told apart, there was but the reason. */
  private static Wish.Hold hold(JsonValue json) {
    return switch (json) {
      case JsonObject hold ->
          new Wish.Hold(Wish.Cause.valueOf(hold.getString("cause")), hold.getString("reason"));
      case JsonString reason -> new Wish.Hold(Wish.Cause.ROLLED_BACK, reason.getString());
      default -> throw new JsonException("A hold of a plugin's jar cannot be read: " + json);
    };
  }

  private static Set<String> confirmed(JsonObject json) {
    var all = new HashSet<String>();
    json.getJsonArray("confirmed").forEach(each -> all.add(((JsonString) each).getString()));
    return all;
  }
}
