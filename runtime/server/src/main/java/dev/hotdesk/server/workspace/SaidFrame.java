package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Stamp;
import dev.hotdesk.server.frame.AttachmentJson;
import dev.hotdesk.session.Entry;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.Locale;

/** A message of an opened log, in the protocol's words. */
final class SaidFrame {

  private SaidFrame() {}

  static void write(Entry.Said said, boolean recalled, boolean forSupervisor, JsonGenerator json) {
    var isShown = !recalled || forSupervisor;
    json.write("from", said.author().name().toLowerCase(Locale.ROOT))
        .write("name", said.name())
        .write("text", isShown ? said.text() : "")
        .write("id", MessageId.ofClient(said.clientId()));
    if (isShown) {
      AttachmentJson.write(said.attachments(), json);
    }
    write(said.stamp(), json);
    if (recalled) {
      json.write("recalled", true);
    }
  }

  private static void write(Stamp stamp, JsonGenerator json) {
    if (stamp.order() > 0) {
      json.write("stamp", stamp.order());
    }
    if (!stamp.sent().equals(Instant.EPOCH)) {
      json.write("sent", stamp.sent().toString());
    }
    if (stamp.isLate()) {
      json.write("late", true).write("before", stamp.before());
    }
  }
}
