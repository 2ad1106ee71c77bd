package dev.hotdesk.agent.warranty;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Optional;

/**
 * What the retailer lays down, in the retailer's own words: first those of its documents, with the
 * source, then those of the settings of this plugin.
 */
record ShopRules(Turn turn, AgentContext context) {

  private static final int LONGEST = 400;

  /** The retailer's words on a matter, if there are any. */
  Optional<String> on(String matter) {
    return context.documents().find(turn.text(), 1).stream()
        .findFirst()
        .map(it -> context.text("quoted", shortened(it.text()), it.cited()))
        .or(() -> set(matter));
  }

  /** Says the retailer's words; where there are none, a person knows. */
  Reply say(String matter) {
    return on(matter).map(Reply::say).orElseGet(() -> Reply.handOver("rule_unknown"));
  }

  private Optional<String> set(String matter) {
    var key = matter + "_" + turn.language().code();
    return context.config().has(key)
        ? Optional.of(context.config().text(key)).filter(words -> !words.isBlank())
        : Optional.empty();
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
