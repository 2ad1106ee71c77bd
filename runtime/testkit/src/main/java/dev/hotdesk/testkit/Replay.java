package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Order;
import dev.hotdesk.routing.Agents;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Bounds;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.TurnRequest;
import dev.hotdesk.routing.TurnWatch;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Puts an agent's own example sentences to it, a few of each matter, by a customer whom the shop
 * knows, and puts each twice, as the runtime does when an answer was lost.
 */
final class Replay {

  private static final int EACH = 3;

  /** Says each time that the shop is down, which is what the test wants. */
  private static final Logger ROUTING = Logger.getLogger("dev.hotdesk.routing");

  private static final String ORDER = "20261123-88";

  private final Lent lent;
  private final Agents agents;
  private final List<Sentence> sentences;

  /** Of a plugin that is lent this. */
  Replay(Plugins plugins, Knowledge knowledge, Lent lent) {
    this.lent = lent;
    agents =
        new Agents(
            plugins, VirtualServer.NO_DATABASE, Bounds.DEFAULT, lent.clock(), TurnWatch.NONE);
    sentences =
        Arrays.stream(Language.values())
            .flatMap(language -> few(Sentence.of(knowledge, language)).stream())
            .toList();
  }

  /** A shop that has some of everything. */
  static MemoryErp shop(Trouble trouble) {
    var shop = new MemoryErp(trouble::isErpDown);
    shop.add(Samples.order(ORDER, Order.Status.SHIPPED), Samples.shipment());
    shop.add(Samples.sweater(), Samples.review(4, "温暖 warm"));
    shop.add(Samples.stock("SW-1-BLUE-M", 3), Samples.stock("SW-1-RED-L", 0));
    shop.add(Samples.promotion(300, 50));
    return shop;
  }

  private static List<Sentence> few(List<Sentence> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Sentence::intent, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(ofOne -> ofOne.stream().limit(EACH))
        .toList();
  }

  /** Fails unless each sentence is answered, and the second time as the first. */
  void checkTheSameReplyTwice() {
    for (var sentence : sentences) {
      var first = answer(sentence);
      var effects = lent.effects();
      var second = answer(sentence);
      assertEquals(effects, lent.effects(), "What it did when asked again: " + sentence);
      assertEquals(reply(sentence, first), reply(sentence, second), "Asked again: " + sentence);
      assertEquals(first.dialogue(), second.dialogue(), "Remembered when asked again: " + sentence);
    }
  }

  /** Fails if the agent breaks over a shop that does not answer. */
  void checkWithoutShop() {
    var usual = ROUTING.getLevel();
    ROUTING.setLevel(Level.SEVERE);
    try {
      sentences.forEach(this::checkWithoutShop);
    } finally {
      ROUTING.setLevel(usual);
    }
  }

  private void checkWithoutShop(Sentence sentence) {
    if (answer(sentence).event() instanceof Event.AgentFailed failed
        && !failed.reason().equals("erp_unavailable")) {
      fail(
          "While the shop's systems are down, %s ends with %s; wanted a reply, or ErpUnavailableException to pass: do not turn it into another exception"
              .formatted(sentence, failed.reason()));
    }
  }

  private Answer answer(Sentence sentence) {
    var question = new State.Question(1, sentence.words());
    return agents.answer(
        new TurnRequest(
            "test.customer",
            new Ask(1, question),
            Dialogue.in(sentence.language()),
            Samples.CUSTOMER,
            "SW-1-BLUE-M",
            List.of()));
  }

  private static Map<String, Object> reply(Sentence sentence, Answer answer) {
    return switch (answer.event()) {
      case Event.AgentReplied(_, _, var insight, var agent, var reply) ->
          Map.of("intent", insight.intent(), "agent", agent, "reply", reply);
      case Event.AgentFailed failed ->
          fail("%s was not answered: %s".formatted(sentence, failed.reason()));
      default -> throw new IllegalStateException("Not an answer: " + answer);
    };
  }
}
