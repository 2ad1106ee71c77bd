package dev.hotdesk.channel.web;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import java.util.Locale;
import org.pf4j.Extension;

/** Speaks with the chat widget of shop pages, in the frames of docs/protocol.md, section 1.2. */
@Extension
public final class WebChannel implements ChannelAdapter {

  private static final int LONGEST_TEXT = 4_000;
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
      case "typing" -> new Inbound.Typing(fields.flag("on"));
      default ->
          throw new MalformedFrameException("unknown type; wanted say, page, identify or typing");
    };
  }

  @Override
  public Delivery send(Outbound outbound, ChannelContext context) {
    context.write(frame(outbound));
    return new Delivery.Accepted();
  }

  private static Inbound said(Fields fields) {
    var id = fields.text("id", 1, 64);
    if (!id.matches(CLIENT_ID)) {
      throw new MalformedFrameException("id: wanted 1 to 64 of A-Z a-z 0-9 _ . -");
    }
    var text = fields.text("text", 1, LONGEST_TEXT);
    if (text.isBlank()) {
      throw new MalformedFrameException("text: wanted some words, not only blanks");
    }
    return new Inbound.Said(id, text);
  }

  private static String frame(Outbound outbound) {
    return switch (outbound) {
      case Outbound.Message it ->
          new JsonObject("message")
              .with("seq", it.sequence())
              .with("at", it.at().toString())
              .with("from", word(it.author()))
              .with("name", it.name())
              .with("text", it.text())
              .with("id", it.clientId())
              .toString();
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

  private static String word(Author author) {
    return author.name().toLowerCase(Locale.ROOT);
  }
}
