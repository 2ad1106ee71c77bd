package dev.hotdesk.generation;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.routing.Understood;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Understands everything as a greeting for the first agent; refuses a file that says "bad", and
 * breaks over one that says "confusing".
 */
final class FakeTrainer implements IntentTrainer {

  final AtomicInteger trainings = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  volatile boolean isBroken;
  volatile String learned = "";

  @Override
  public String learned() {
    return learned;
  }

  @Override
  public IntentModel train(List<Knowledge> agents) {
    if (isBroken) {
      throw new ModelUnavailableException("the encoder is missing");
    }
    for (var agent : agents) {
      var intents = agent.read("intents/en.txt").map(FakeTrainer::text).orElse("");
      if (intents.contains("confusing")) {
        throw new IllegalStateException("confused");
      }
      if (intents.contains("bad")) {
        throw new KnowledgeException(agent.plugin(), "intents/en.txt line 1 is bad");
      }
    }
    trainings.incrementAndGet();
    var candidates =
        agents.stream()
            .map(agent -> new Understood.Candidate(agent.plugin(), new Intent("hello"), 1))
            .toList();
    return new IntentModel() {
      private volatile boolean isClosed;

      @Override
      public Understood understand(String text, String asked, Catalogue catalogue) {
        if (isClosed) {
          throw new IllegalStateException("used after it was closed");
        }
        return new Understood(Language.EN, candidates, true, false, Map.of());
      }

      @Override
      public void close() {
        if (isClosed) {
          throw new IllegalStateException("closed twice");
        }
        isClosed = true;
        closed.incrementAndGet();
      }
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
