package dev.hotdesk.testkit;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was said in a conversation so far, as the journal has it. */
record Talk(Journal journal, String conversation) {

  State state() {
    return journal
        .find(conversation)
        .orElseThrow(() -> new AssertionError("Nobody has said a word"))
        .session()
        .state();
  }

  /** The bot's answers to the customer's last words. */
  List<String> answers() {
    var answers = new ArrayList<String>();
    for (var logged : log()) {
      if (logged.entry() instanceof Entry.Said(var author, _, var text, _, _, _)) {
        if (author == Author.AGENT) {
          answers.add(text);
        } else {
          answers.clear();
        }
      }
    }
    return answers;
  }

  /** The matter that the customer's last words were understood as. */
  String matter() {
    return log().stream()
        .map(Logged::entry)
        .filter(Entry.Understood.class::isInstance)
        .map(entry -> ((Entry.Understood) entry).insight().intent())
        .reduce("nothing", (_, later) -> later);
  }

  /** A line each, for people. */
  String transcript() {
    return log().stream()
        .map(logged -> "  " + line(logged.entry()))
        .collect(Collectors.joining("\n"));
  }

  private List<Logged> log() {
    return journal.read(conversation, 0, Integer.MAX_VALUE);
  }

  private static String line(Entry entry) {
    return switch (entry) {
      case Entry.Said said -> said.author() + ": " + said.text();
      case Entry.Recalled(var message, _) -> "[recalls " + message + "]";
      case Entry.Moved moved -> "[" + moved.state().word() + " " + moved.reason() + "]";
      case Entry.Understood it ->
          "[understood %s %.2f %s]"
              .formatted(it.insight().intent(), it.insight().confidence(), it.insight().slots());
      case Entry.Viewed(var sku) -> "[views " + sku + "]";
      case Entry.Described(var store, var tier) -> "[of " + store + " " + tier + "]";
      case Entry.Identified(var customer) -> "[is " + customer + "]";
      case Entry.Noticed it -> "[notice " + it.text() + "]";
      case Entry.Corrected it -> "[corrected to " + it.intent() + "]";
      case Entry.Left left -> "CUSTOMER leaves: " + left.text() + " (" + left.contact() + ")";
      case Entry.Rated rated -> "[rates " + rated.score() + " " + rated.comment() + "]";
      case Entry.Overdue(var timer) -> "[overdue: " + timer.word() + "]";
    };
  }
}
