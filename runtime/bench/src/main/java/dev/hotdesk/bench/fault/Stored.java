package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.site.Postgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The log of one conversation as it stands in the database, read past all that Hotdesk would say.
 *
 * @param messages what was said, by its place
 * @param late what the bot said while an operator served
 * @param last the last place
 * @param isOwed whether the bot serves and owes an answer
 * @param layout how those of which a channel told when they were sent are laid out
 */
record Stored(
    TreeMap<Long, Message> messages, List<String> late, long last, boolean isOwed, Layout layout) {

  private static final String LOG =
      "select seq, kind, body from log_entry where conversation_id = ? order by seq";
  private static final String STANDING =
      "select state, state_detail, last_seq from conversation where id = ?";

  static Stored of(Postgres postgres, String conversation) throws SQLException {
    var messages = new TreeMap<Long, Message>();
    var late = new ArrayList<String>();
    var layout = new Layout();
    try (var connection = postgres.connect();
        var log = connection.prepareStatement(LOG);
        var standing = connection.prepareStatement(STANDING)) {
      log.setString(1, conversation);
      var state = "bot";
      try (var rows = log.executeQuery()) {
        while (rows.next()) {
          var body = Frame.parse(rows.getString("body"));
          var place = rows.getLong("seq");
          switch (rows.getString("kind")) {
            case "moved" -> state = body.part("to").text("state");
            case "said" -> {
              var message = message(place, body);
              messages.put(place, message);
              layout.add(place, body);
              if (message.isAnswer() && List.of("operator", "transferring").contains(state)) {
                late.add("%s %d: %s".formatted(conversation, place, message.text()));
              }
            }
            default -> {}
          }
        }
      }
      standing.setString(1, conversation);
      try (var row = standing.executeQuery()) {
        if (!row.next()) {
          return new Stored(messages, late, 0, false, layout);
        }
        var detail = Frame.parse(row.getString("state_detail"));
        boolean isOwed =
            row.getString("state").equals("bot")
                && detail.parts("unanswered").findAny().isPresent();
        return new Stored(messages, late, row.getLong("last_seq"), isOwed, layout);
      }
    }
  }

  private static Message message(long place, Frame body) {
    var from = body.text("from").toLowerCase(Locale.ROOT);
    return new Message(
        place, from, "", body.text("text"), from.equals("customer") ? body.text("id") : "");
  }

  /** Whether that is what stands there. */
  boolean has(Message told) {
    var here = messages.get(told.seq());
    return here != null
        && here.from().equals(told.from())
        && here.text().equals(told.text())
        && (!here.isOwn() || here.id().equals(told.id()));
  }
}
