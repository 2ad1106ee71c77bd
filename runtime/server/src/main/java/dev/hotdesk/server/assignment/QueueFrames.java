package dev.hotdesk.server.assignment;

import dev.hotdesk.api.Text;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Reason;
import dev.hotdesk.assignment.Wait;
import dev.hotdesk.server.frame.Json;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** What is said about the queue, in the protocol's words. */
public final class QueueFrames {

  private QueueFrames() {}

  /** Writes a place into the object that the generator is in. */
  public static void write(Place place, JsonGenerator json) {
    json.write("group", place.group()).write("lane", place.lane().word());
    if (place.position() > 0) {
      json.write("position", place.position());
    }
    place.expected().ifPresent(wait -> write(wait, json));
  }

  private static void write(Wait wait, JsonGenerator json) {
    json.writeStartObject("wait")
        .write("least", wait.least().toSeconds())
        .write("most", wait.most().toSeconds())
        .writeEnd();
  }

  /** To an operator: why a chat is where it is. */
  public static String why(String id, String conversation, List<Reason> reasons) {
    return Json.write(
        json -> {
          json.write("type", "why").write("id", id).write("conversation", conversation);
          reasons(reasons, json);
        });
  }

  /** Writes warnings, if there are any, into the object that the generator is in. */
  public static void write(List<Advice.Flag> flags, JsonGenerator json) {
    if (flags.isEmpty()) {
      return;
    }
    json.writeStartArray("flags");
    for (var flag : flags) {
      json.writeStartObject().write("by", flag.by());
      write("reason", flag.reason(), json);
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** Writes reasons into the object that the generator is in. */
  private static void reasons(List<Reason> reasons, JsonGenerator json) {
    json.writeStartArray("reasons");
    for (var reason : reasons) {
      json.writeStartObject().write("code", reason.rule().code());
      write("rule", reason.name(), json);
      write("fact", reason.fact(), json);
      write("effect", reason.effect(), json);
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void write(String name, Text text, JsonGenerator json) {
    json.writeStartObject(name).write("zh", text.zh()).write("en", text.en()).writeEnd();
  }
}
