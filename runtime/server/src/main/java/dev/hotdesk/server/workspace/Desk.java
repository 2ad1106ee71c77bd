package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All conversations that are not closed, as operators see them. */
final class Desk {

  /** How much of a log is looked at to lay out an old conversation. */
  private static final int LOOKED_AT = 40;

  /** How many of the conversations that the bot serves are shown at first: the liveliest. */
  private static final int MOST_OF_BOT = 500;

  private final ConcurrentHashMap<String, Card> cards = new ConcurrentHashMap<>();

  /** Lays out what the journal holds. News that came meanwhile is newer and stays. */
  void layOut(Journal journal) {
    for (var conversation : journal.open()) {
      cards.computeIfAbsent(
          conversation.id(),
          id -> Card.blank(conversation).after(conversation, journal.latest(id, LOOKED_AT)));
    }
  }

  /**
   * Takes news in; returns the card, which is off the desk if the conversation is closed. News of
   * other servers may be known already, or follow on some that never came: then the log is read.
   */
  Card update(Conversation now, List<Logged> entries, Journal journal) {
    var before = cards.get(now.id());
    var known = before == null ? entries.getFirst().sequence() - 1 : before.place();
    if (before != null && known >= now.session().lastSequence()) {
      return before;
    }
    var news = entries.stream().filter(logged -> logged.sequence() > known).toList();
    var hasGap = news.isEmpty() || news.getFirst().sequence() != known + 1;
    var after =
        hasGap || before == null
            ? Card.blank(now).after(now, hasGap ? journal.latest(now.id(), LOOKED_AT) : news)
            : before.after(now, news);
    if (after.state() instanceof State.Closed) {
      cards.remove(now.id());
    } else {
      cards.put(now.id(), after);
    }
    return after;
  }

  /** The conversations that lie here. */
  Set<String> conversations() {
    return Set.copyOf(cards.keySet());
  }

  /** Those of them in which something has happened since. */
  Set<String> changedSince(Instant since) {
    return cards.values().stream()
        .map(Card::now)
        .filter(now -> now.changed().isAfter(since))
        .map(Conversation::id)
        .collect(Collectors.toSet());
  }

  /** How far a conversation's log is known; 0 if it does not lie here. */
  long place(String conversation) {
    var card = cards.get(conversation);
    return card == null ? 0 : card.place();
  }

  /** Those with which a person is, or should be. */
  Set<String> attended() {
    return cards.values().stream()
        .filter(card -> card.state().isAttended())
        .map(card -> card.now().id())
        .collect(Collectors.toSet());
  }

  Optional<Card> card(String conversation) {
    return Optional.ofNullable(cards.get(conversation));
  }

  /** What an operator sees who has just come. */
  List<Card> shown() {
    var ofBot =
        cards.values().stream()
            .filter(card -> card.state() instanceof State.BotServing)
            .sorted(Comparator.comparing((Card card) -> card.now().changed()).reversed())
            .limit(MOST_OF_BOT);
    return Stream.concat(
            cards.values().stream().filter(card -> !(card.state() instanceof State.BotServing)),
            ofBot)
        .toList();
  }

  /** The conversations that this operator serves, offers or is offered. */
  List<Card> of(String login) {
    return cards.values().stream()
        .filter(card -> card.operator().equals(login) || card.to().equals(login))
        .toList();
  }

  /** Everybody who waits for a person. */
  List<Card> waiting() {
    return cards.values().stream().filter(card -> card.state() instanceof State.Waiting).toList();
  }

  /** The operators who serve, and how many each. */
  Map<String, Integer> serving() {
    var serving = new HashMap<String, Integer>();
    cards.values().stream()
        .filter(Card::isServed)
        .map(Card::operator)
        .forEach(login -> serving.merge(login, 1, Integer::sum));
    return serving;
  }

  /** How many there are in each state, by its word. */
  Map<String, Long> counts() {
    var counts = new HashMap<String, Long>();
    cards.values().forEach(card -> counts.merge(card.state().word(), 1L, Long::sum));
    return counts;
  }
}
