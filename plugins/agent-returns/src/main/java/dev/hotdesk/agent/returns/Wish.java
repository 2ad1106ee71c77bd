package dev.hotdesk.agent.returns;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Set;

/**
 * What a customer wants done with an order. This agent says how things stand and collects what is
 * needed; a person does it, so nothing is ever said to be done.
 *
 * @param name of its texts, {@code NAME.STATUS}
 * @param particular what a person needs to know, as the customer says it
 * @param possible in which states of the order it can be done
 */
record Wish(String name, String particular, Set<Order.Status> possible) {

  /** Asks for the particular and then brings a person, or says why it cannot be done. */
  Reply about(Order order, String goods, Turn turn, AgentContext context) {
    var words = context.text(name + "." + order.status(), order.number(), goods);
    if (!possible.contains(order.status())) {
      return Reply.say(words);
    }
    return isGiven(particular, turn) ? handOver(turn) : Reply.ask(words, particular);
  }

  /** Brings a person, who sees all that was said and found. */
  static Reply handOver(Turn turn) {
    return Reply.handOver(turn.intent().name().replace('.', '_'));
  }

  /** Whether this message gives it; what was said of an earlier matter does not count. */
  static boolean isGiven(String particular, Turn turn) {
    return turn.slot(particular).filter(turn.text()::contains).isPresent();
  }
}
