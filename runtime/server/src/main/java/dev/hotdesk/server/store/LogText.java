package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Log entries and conversations as texts, in which servers tell each other what they stored. */
public final class LogText {

  private LogText() {}

  /** An entry, but for its place, as named texts. */
  public static Map<String, String> of(Logged logged) {
    return Map.of(
        "at",
        Long.toString(logged.at().toEpochMilli()),
        "kind",
        EntryJson.kind(logged.entry()),
        "body",
        EntryJson.encode(logged.entry()));
  }

  /** The entry of these texts; fails if a newer version has written it. */
  public static Logged entry(long sequence, Map<String, String> texts) {
    var at = Instant.ofEpochMilli(Long.parseLong(texts.getOrDefault("at", "")));
    return new Logged(
        sequence,
        at,
        EntryJson.decode(texts.getOrDefault("kind", ""), texts.getOrDefault("body", ""), at));
  }

  /** How a conversation stands. */
  public static String of(Conversation now) {
    var session = now.session();
    return Json.write(
        json -> {
          now.due().ifPresent(due -> json.write("due", due.toEpochMilli()));
          json.write("id", now.id())
              .write("begun", now.begun().toEpochMilli())
              .write("changed", now.changed().toEpochMilli())
              .write("number", session.number())
              .write("epoch", session.epoch())
              .write("last", session.lastSequence())
              .write("state", StateJson.encode(session.state()))
              .write("times", TimesJson.encode(session))
              .write("dialogue", DialogueJson.encode(now.dialogue()))
              .write("customer", now.customerId())
              .write("sku", now.sku())
              .write("store", now.store())
              .write("tier", now.tier())
              .write("served_by", now.servedBy());
        });
  }

  /** The conversation of this text; fails if a newer version has written it. */
  public static Conversation conversation(String text) {
    var json = Json.read(text);
    var changed = Instant.ofEpochMilli(json.getJsonNumber("changed").longValueExact());
    var last = json.getJsonNumber("last").longValueExact();
    return new Conversation(
        json.getString("id"),
        Instant.ofEpochMilli(json.getJsonNumber("begun").longValueExact()),
        changed,
        new Session(
            json.getInt("number"),
            StateJson.decode(json.getString("state"), changed),
            json.getJsonNumber("epoch").longValueExact(),
            last,
            TimesJson.decode(json.getString("times", ""), last, changed)),
        DialogueJson.decode(json.getString("dialogue")),
        json.getString("customer"),
        json.getString("sku"),
        json.getString("store", ""),
        json.getString("tier", ""),
        json.getString("served_by", ""),
        Optional.ofNullable(json.getJsonNumber("due"))
            .map(due -> Instant.ofEpochMilli(due.longValueExact())));
  }
}
