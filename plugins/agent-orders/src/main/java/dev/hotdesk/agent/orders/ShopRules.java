package dev.hotdesk.agent.orders;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Optional;

/** What the retailer lays down, in the retailer's own words: see the settings of this plugin. */
record ShopRules(Turn turn, AgentContext context) {

  /** The retailer's words on a matter, if there are any. */
  Optional<String> on(String matter) {
    var key = matter + "_" + turn.language().code();
    return context.config().has(key)
        ? Optional.of(context.config().text(key)).filter(words -> !words.isBlank())
        : Optional.empty();
  }

  /** Says the retailer's words; where there are none, a person knows. */
  Reply say(String matter) {
    return on(matter).map(Reply::say).orElseGet(() -> Reply.handOver("rule_unknown"));
  }
}
