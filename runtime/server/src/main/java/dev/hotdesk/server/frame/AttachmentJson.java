package dev.hotdesk.server.frame;

import dev.hotdesk.api.Attachment;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** A message's files as JSON, and back. */
public final class AttachmentJson {

  private static final String MEMBER = "attachments";

  private AttachmentJson() {}

  /** Writes them as a member of the object that the generator is in; none are left out. */
  public static void write(List<Attachment> attachments, JsonGenerator json) {
    if (attachments.isEmpty()) {
      return;
    }
    json.writeStartArray(MEMBER);
    for (var attachment : attachments) {
      json.writeStartObject();
      write(attachment, json);
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** Writes the members of one. */
  public static void write(Attachment attachment, JsonGenerator json) {
    json.write("id", attachment.id())
        .write("name", attachment.name())
        .write("type", attachment.type())
        .write("size", attachment.size())
        .write("width", attachment.width())
        .write("height", attachment.height());
  }

  /** Those of an object; none if it has no such member. */
  public static List<Attachment> read(JsonObject json) {
    return json.containsKey(MEMBER)
        ? json.getJsonArray(MEMBER).getValuesAs(JsonObject.class).stream()
            .map(AttachmentJson::attachment)
            .toList()
        : List.of();
  }

  private static Attachment attachment(JsonObject json) {
    return new Attachment(
        json.getString("id"),
        json.getString("name"),
        json.getString("type"),
        json.getJsonNumber("size").longValueExact(),
        json.getInt("width"),
        json.getInt("height"));
  }
}
