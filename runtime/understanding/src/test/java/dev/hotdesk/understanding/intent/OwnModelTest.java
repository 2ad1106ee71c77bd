package dev.hotdesk.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.Understood.Candidate;
import dev.hotdesk.understanding.ShopFiles;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.inference.Sleepers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnModelTest {

  private static final String ZH_MODEL = "model/intents.zh.onnx";
  private static final Sleepers SLEEPERS = new Sleepers(System::nanoTime, ColdStartWatch.NONE);

  private static Encoders encoders;
  private static Map<String, byte[]> jar;

  @BeforeAll
  static void train() {
    encoders = Encoders.open(ModelFiles.shipped(), 2);
    var orders = orders();
    jar = new HashMap<>(AgentModelTrainer.train(encoders, orders));
    for (var path : List.of("intents/zh.txt", "intents/en.txt")) {
      jar.put(path, orders.read(path).orElseThrow());
    }
  }

  @AfterAll
  static void close() {
    encoders.close();
  }

  private static Knowledge orders() {
    return ShopFiles.agents().stream()
        .filter(agent -> agent.plugin().equals("agent-orders"))
        .findFirst()
        .orElseThrow();
  }

  private static Knowledge jar(Map<String, byte[]> files) {
    return new Knowledge() {
      @Override
      public String plugin() {
        return "agent-orders";
      }

      @Override
      public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
      }
    };
  }

  private static Knowledge jarBut(String path, byte[] content) {
    var files = new HashMap<>(jar);
    files.put(path, content);
    return jar(files);
  }

  @Test
  void divides_what_the_joint_head_gives_to_its_agent(@TempDir Path cache) {
    var vector = Map.of(Language.ZH, encoders.encoder(Language.ZH).encode("我那单怎么还不发货呀"));
    var trainer = new HeadTrainer(encoders, cache, List.of(), SLEEPERS);
    try (var plain = trainer.train(List.of(orders()));
        var own = trainer.train(List.of(jar(jar)))) {
      var byHead = plain.read(vector).candidates();
      var byModel = own.read(vector).candidates();

      assertThat(byModel.getFirst().intent().name()).isEqualTo("delivery.delayed");
      assertThat(byModel).isNotEqualTo(byHead);
      assertThat(mass(byModel)).isCloseTo(mass(byHead), within(1e-6));
    }
  }

  @Test
  void leaves_the_dividing_to_the_joint_head_once_it_is_closed(@TempDir Path cache) {
    var vector = Map.of(Language.ZH, encoders.encoder(Language.ZH).encode("到哪了"));
    var own = new HeadTrainer(encoders, cache, List.of(), SLEEPERS).train(List.of(jar(jar)));
    own.close();

    assertThat(own.read(vector).candidates()).hasSize(12);
  }

  private static double mass(List<Candidate> candidates) {
    return candidates.stream().mapToDouble(Candidate::probability).sum();
  }

  @Test
  void refuses_a_truncated_model() {
    var whole = jar.getOrDefault(ZH_MODEL, new byte[0]);

    for (var tenth = 0; tenth < 10; tenth++) {
      var knowledge = jarBut(ZH_MODEL, Arrays.copyOf(whole, whole.length * tenth / 10));
      assertThatThrownBy(() -> Repertoire.load(knowledge, SLEEPERS))
          .isInstanceOf(KnowledgeException.class)
          .hasMessageContaining(ZH_MODEL);
    }
  }

  @Test
  void refuses_a_model_of_the_other_language() {
    var english = jar.getOrDefault("model/intents.en.onnx", new byte[0]);

    assertThatThrownBy(() -> Repertoire.load(jarBut(ZH_MODEL, english), SLEEPERS))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining("cannot read a sentence vector, float [1,512]");
  }

  @Test
  void refuses_labels_that_the_examples_do_not_have() {
    var labels = "order.status\ndelivery.eta\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Repertoire.load(jarBut("model/intents.labels", labels), SLEEPERS))
        .hasMessage(
            "model/intents.labels holds [order.status, delivery.eta], but the examples that go with"
                + " model/intents.zh.onnx are of [delivery.contact, delivery.delayed, delivery.eta,"
                + " delivery.fee, delivery.not_received, delivery.options, delivery.reschedule,"
                + " delivery.wrong_item, order.cancel, order.change_address, order.change_item,"
                + " order.status]");
  }

  @Test
  void refuses_a_model_without_labels() {
    var files = new HashMap<>(jar);
    files.remove("model/intents.labels");

    assertThatThrownBy(() -> Repertoire.load(jar(files), SLEEPERS))
        .hasMessage("model/intents.zh.onnx needs model/intents.labels beside it");
  }

  @Test
  void refuses_an_agent_without_examples() {
    assertThatThrownBy(() -> Repertoire.load(jar(Map.of()), SLEEPERS))
        .hasMessage("Agent agent-orders has neither intents/zh.txt nor intents/en.txt");
  }
}
