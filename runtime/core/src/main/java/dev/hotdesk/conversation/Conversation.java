package dev.hotdesk.conversation;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The endless thread with one customer on one channel, as it stands now.
 *
 * @param id the channel's name, a dot, and a random part that nobody can guess
 * @param begun when its first event was handled
 * @param changed when its last event was handled
 * @param session the present episode
 * @param dialogue what is remembered for the agents
 * @param customerId who the shop says the customer is, or empty
 * @param sku the product on the customer's page, or empty
 * @param store the shop's branch that the customer came to, or empty
 * @param tier the customer's standing with the shop, in its own words, or empty
 * @param servedBy the operator who served the customer last, or empty
 * @param due when to look whether time brings something about, at the latest; empty for never
 */
public record Conversation(
    String id,
    Instant begun,
    Instant changed,
    Session session,
    Dialogue dialogue,
    String customerId,
    String sku,
    String store,
    String tier,
    String servedBy,
    Optional<Instant> due) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}\\.[A-Za-z0-9_-]{1,64}");

  /** Checks the id. */
  public Conversation {
    if (!isId(id)) {
      throw new IllegalArgumentException("Not a conversation id: " + id);
    }
  }

  /** Of whose customer nothing more is known. */
  public Conversation(
      String id,
      Instant begun,
      Instant changed,
      Session session,
      Dialogue dialogue,
      String customerId,
      String sku) {
    this(id, begun, changed, session, dialogue, customerId, sku, "", "", "", Optional.empty());
  }

  /** Whether this has the form of a conversation's id. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** A conversation in which nothing has happened. */
  static Conversation begin(String id, Instant now, Language language) {
    return new Conversation(id, now, now, Session.fresh(now), Dialogue.in(language), "", "");
  }

  /** The channel of the conversation with this id. */
  public static String channelOf(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  /** The channel over which the customer came. */
  public String channel() {
    return channelOf(id);
  }

  /** Whether the event would hand the conversation of one customer to another. */
  boolean isOthers(Event event) {
    return event instanceof Event.CustomerIdentified(var identified)
        && !customerId.isEmpty()
        && !identified.equals(customerId);
  }

  /** Whether the event only repeats what is known, as clients do after each reconnect. */
  boolean knows(Event event) {
    return switch (event) {
      case Event.CustomerViewed(var viewed) -> viewed.equals(sku);
      case Event.CustomerIdentified(var identified) -> identified.equals(customerId);
      case Event.CustomerDescribed(var branch, var standing) ->
          (branch.isEmpty() || branch.equals(store))
              && (standing.isEmpty() || standing.equals(tier));
      default -> false;
    };
  }

  /** This conversation after a step: entries tell what else but the session has changed. */
  Conversation after(Session next, List<Entry> entries, Dialogue remembered, Instant now) {
    var dialogueThen = remembered;
    var customer = customerId;
    var page = sku;
    var branch = store;
    var standing = tier;
    var served = servedBy;
    for (var entry : entries) {
      switch (entry) {
        case Entry.Viewed(var viewed) -> {
          page = viewed;
          dialogueThen = withoutProduct(dialogueThen);
        }
        case Entry.Identified(var id) -> customer = id;
        case Entry.Moved(State.Closed _, _, _, _) ->
            dialogueThen = Dialogue.in(remembered.language());
        case Entry.Described(var itsStore, var itsTier) -> {
          branch = itsStore.isEmpty() ? branch : itsStore;
          standing = itsTier.isEmpty() ? standing : itsTier;
        }
        case Entry.Moved(State.OperatorServing(var operator), _, _, _) -> served = operator;
        case Entry.Said _,
            Entry.Recalled _,
            Entry.Moved _,
            Entry.Understood _,
            Entry.Corrected _,
            Entry.Noticed _,
            Entry.Left _,
            Entry.Rated _,
            Entry.Overdue _ -> {}
      }
    }
    return new Conversation(
        id, begun, now, next, dialogueThen, customer, page, branch, standing, served, due);
  }

  /** This conversation, to be looked after at this time. */
  Conversation dueAt(Optional<Instant> time) {
    return new Conversation(
        id, begun, changed, session, dialogue, customerId, sku, store, tier, servedBy, time);
  }

  private static Dialogue withoutProduct(Dialogue dialogue) {
    var slots = new HashMap<>(dialogue.slots());
    slots.keySet().removeAll(List.of("product", "colour", "size"));
    return new Dialogue(
        dialogue.agent(),
        dialogue.intent(),
        dialogue.asked(),
        slots,
        dialogue.language(),
        dialogue.memories());
  }
}
