package dev.hotdesk.channel.web;

import dev.hotdesk.api.Aside;
import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.pf4j.Extension;

/** Speaks with the chat widget of shop pages, in the frames of docs/protocol.md, section 1.2. */
@Extension
public final class WebChannel implements ChannelAdapter {

  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_ATTACHMENTS = 10;
  private static final int LONGEST_CONTACT = 200;
  private static final int LONGEST_SKU = 100;
  private static final int LONGEST_JWT = 8_000;
  private static final String CLIENT_ID = "[A-Za-z0-9_.-]{1,64}";

  @Override
  public String channel() {
    return "web";
  }

  @Override
  public Inbound read(String frame) {
    var fields = new Fields(JsonReader.object(frame));
    return switch (fields.type()) {
      case "say" -> said(fields);
      case "page" -> new Inbound.Viewed(fields.text("sku", 0, LONGEST_SKU).strip());
      case "identify" -> new Inbound.Identified(fields.text("jwt", 1, LONGEST_JWT));
      case "leave" ->
          new Inbound.Left(id(fields), words(fields), optional(fields, "contact", LONGEST_CONTACT));
      case "rate" ->
          new Inbound.Rated(id(fields), score(fields), optional(fields, "comment", LONGEST_TEXT));
      case "received" -> new Inbound.Received(fields.place("seq"));
      case "read" -> new Inbound.Read(fields.place("seq"));
      case "typing" -> new Inbound.Typing(fields.flag("on"));
      default ->
          throw new MalformedFrameException(
              "unknown type; wanted say, leave, rate, page, identify, received, read or typing");
    };
  }

  @Override
  public Delivery send(Outbound outbound, ChannelContext context) {
    context.write(frame(outbound));
    return new Delivery.Accepted();
  }

  private static Inbound said(Fields fields) {
    var id = id(fields);
    var attachments = fields.ids("attachments", MOST_ATTACHMENTS);
    var text = attachments.isEmpty() ? words(fields) : optional(fields, "text", LONGEST_TEXT);
    return new Inbound.Said(id, text, attachments, Instant.EPOCH);
  }

  private static String id(Fields fields) {
    var id = fields.text("id", 1, 64);
    if (!id.matches(CLIENT_ID)) {
      throw new MalformedFrameException("id: wanted 1 to 64 of A-Z a-z 0-9 _ . -");
    }
    return id;
  }

  private static String words(Fields fields) {
    var text = fields.text("text", 1, LONGEST_TEXT);
    if (text.isBlank()) {
      throw new MalformedFrameException("text: wanted some words, not only blanks");
    }
    return text;
  }

  /** Words that need not be there. */
  private static String optional(Fields fields, String name, int most) {
    return fields.has(name) ? fields.text(name, 0, most) : "";
  }

  private static int score(Fields fields) {
    var score = fields.place("score");
    if (score < 1 || score > 5) {
      throw new MalformedFrameException("score: wanted 1 to 5");
    }
    return (int) score;
  }

  @Override
  public Delivery tell(Aside aside, ChannelContext context) {
    switch (aside) {
      case Aside.Recalled(var sequence, var at, var message) ->
          context.write(
              new JsonObject("recalled")
                  .with("seq", sequence)
                  .with("at", at.toString())
                  .with("message", message)
                  .toString());
      case Aside.Receipts(var delivered, var read) ->
          context.write(
              new JsonObject("receipts")
                  .with("delivered", delivered)
                  .with("read", read)
                  .toString());
      case Aside.Queued(var position, var least, var most) ->
          context.write(queued(position, least, most));
      default -> {}
    }
    return new Delivery.Accepted();
  }

  private static String queued(int position, Duration least, Duration most) {
    var frame = new JsonObject("queue").with("position", position);
    return most.isZero()
        ? frame.toString()
        : frame
            .with(
                "wait",
                new JsonObject().with("least", least.toSeconds()).with("most", most.toSeconds()))
            .toString();
  }

  private static String frame(Outbound outbound) {
    return switch (outbound) {
      case Outbound.Message message -> frame(message);
      case Outbound.Status it ->
          new JsonObject("state")
              .with("seq", it.sequence())
              .with("at", it.at().toString())
              .with("state", it.state())
              .with("name", it.name())
              .with("reason", it.reason())
              .toString();
      case Outbound.Typing(var on) -> new JsonObject("typing").with("on", on).toString();
    };
  }

  private static String frame(Outbound.Message message) {
    var frame =
        new JsonObject("message")
            .with("seq", message.sequence())
            .with("at", message.at().toString())
            .with("from", word(message.author()))
            .with("name", message.name())
            .with("text", message.text())
            .with("id", message.clientId());
    if (!message.attachments().isEmpty()) {
      frame.with("attachments", message.attachments().stream().map(WebChannel::part).toList());
    }
    var stamp = message.stamp();
    if (stamp.order() > 0) {
      frame.with("stamp", stamp.order());
    }
    if (!stamp.sent().equals(Instant.EPOCH)) {
      frame.with("sent", stamp.sent().toString());
    }
    if (stamp.isLate()) {
      frame.with("late", true).with("before", stamp.before());
    }
    if (message.recalled()) {
      frame.with("recalled", true);
    }
    return frame.toString();
  }

  private static JsonObject part(Attachment attachment) {
    return new JsonObject()
        .with("id", attachment.id())
        .with("name", attachment.name())
        .with("type", attachment.type())
        .with("size", attachment.size())
        .with("width", attachment.width())
        .with("height", attachment.height());
  }

  private static String word(Author author) {
    return author.name().toLowerCase(Locale.ROOT);
  }
}
