package dev.hotdesk.server.store;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.server.frame.AttachmentJson;
import dev.hotdesk.session.Entry;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;

/** A message of the log as JSON, and back, also as it was before there were stamps and files. */
final class SaidJson {

  private SaidJson() {}

  /** Writes the members of the object that the generator is in. */
  static void write(Entry.Said said, JsonGenerator json) {
    json.write("from", said.author().name())
        .write("name", said.name())
        .write("text", said.text())
        .write("id", said.clientId());
    AttachmentJson.write(said.attachments(), json);
    var stamp = said.stamp();
    if (stamp.order() > 0) {
      json.write("stamp", stamp.order());
    }
    if (!stamp.sent().equals(Instant.EPOCH)) {
      json.write("sent", stamp.sent().toString());
    }
    if (stamp.isLate()) {
      json.write("before", stamp.before());
    }
  }

  static Entry.Said read(JsonObject json) {
    return new Entry.Said(
        Author.valueOf(json.getString("from")),
        json.getString("name"),
        json.getString("text"),
        json.getString("id"),
        AttachmentJson.read(json),
        new Stamp(
            number(json, "stamp"),
            Instant.parse(json.getString("sent", Instant.EPOCH.toString())),
            number(json, "before")));
  }

  private static long number(JsonObject json, String name) {
    return json.containsKey(name) ? json.getJsonNumber(name).longValueExact() : 0;
  }
}
