package dev.hotdesk.agent.products;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Product;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import org.pf4j.Extension;

/** Tells customers about a product what the shop states, what buyers write, and what is there. */
@Extension
public final class ProductsAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var product = turn.slot("product").flatMap(context.erp()::product);
    return product.isEmpty()
        ? Reply.ask(context.text("which_product"), "product")
        : about(product.get(), turn, context);
  }

  private static Reply about(Product product, Turn turn, AgentContext context) {
    var topic = Topic.in(turn.text());
    var facts = new Facts(product, turn.language(), context);
    return switch (turn.intent().name()) {
      case "product.availability" -> new Availability(product, turn, context).reply();
      case "product.spec" -> Reply.say(topic.map(facts::stated).orElseGet(facts::all));
      case "product.usage" -> Reply.say(facts.stated(topic.orElse(Topic.CARE)));
      case "product.recommend" -> Reply.say(facts.experienced(topic.orElse(Topic.FIT)));
      default -> Reply.say(topic.map(facts::experienced).orElseGet(facts::overall));
    };
  }
}
