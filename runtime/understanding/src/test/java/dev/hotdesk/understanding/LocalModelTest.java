package dev.hotdesk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Understood;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.Repertoire;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalModelTest {

  /** The release's build goes on with what is encoded here. */
  private static final Path VECTORS = Path.of("target/vectors");

  private static LocalTrainer trainer;
  private static IntentModel model;

  @BeforeAll
  static void train() {
    trainer =
        LocalTrainer.open(ModelFiles.shipped(), VECTORS, 2, Clock.systemUTC(), ColdStartWatch.NONE);
    model = trainer.train(ShopFiles.agents());
  }

  @AfterAll
  static void close() {
    model.close();
    trainer.close();
  }

  private static Understood understand(String text) {
    return model.understand(text, "", Catalogue.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "我的订单 20261123-88 到哪了?, ZH, agent-orders, order.status",
    "where is order 20261123-88, EN, agent-orders, order.status",
    "这件毛衣起球吗?, ZH, agent-products, product.quality",
    "is the blue one in M in stock?, EN, agent-products, product.availability",
    "满300减50还有吗?, ZH, agent-promotions, promotion.activity",
  })
  void answers_the_questions_of_the_shop_window(
      String text, Language language, String agent, String intent) {
    var understood = understand(text);

    assertThat(understood.inScope()).isTrue();
    assertThat(understood.language()).isEqualTo(language);
    assertThat(understood.candidates().getFirst().agent()).isEqualTo(agent);
    assertThat(understood.candidates().getFirst().intent().name()).isEqualTo(intent);
    assertThat(understood.candidates().getFirst().probability()).isGreaterThan(0.6);
  }

  @Test
  void gives_the_particulars_beside_the_matter() {
    assertThat(understand("满300减50还有吗?").slots())
        .isEqualTo(Map.of("threshold", "300", "discount", "50"));
    assertThat(understand("where is order 20261123-88").slots())
        .isEqualTo(Map.of("order_number", "20261123-88"));
  }

  @ParameterizedTest
  @CsvSource({"1234", "XL", "M码", "尾号 1234", "满300减50"})
  void is_not_sure_of_a_bare_particular(String text) {
    var understood = understand(text);

    assertThat(understood.bare()).isTrue();
    assertThat(understood.inScope()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"20261123-88", "#20261123-88", "订单 20261123-88", "my order 20261123-88"})
  void takes_a_bare_order_number_for_a_question_about_that_order(String text) {
    var understood = understand(text);

    assertThat(understood.bare()).isTrue();
    assertThat(understood.inScope()).isTrue();
    assertThat(understood.candidates().getFirst().intent().name()).isEqualTo("order.status");
  }

  /** Since all 39 matters have agents: each stranger is a twentieth or a tenth of its set. */
  @ParameterizedTest
  @CsvSource({
    "zh, 0.95, 0.92, 0.94",
    "en, 0.95, 0.92, 0.88",
    "mixed, 0.89, 0.75, 0.85",
    "zh-final, 0.91, 0.87, 0.90",
    "en-final, 0.92, 0.90, 0.88",
    "mixed-final, 0.94, 0.85, 0.80",
  })
  void knows_sentences_that_it_has_not_seen(
      String set, double rightFirst, double answeredRight, double handedOver) {
    var heldOut = ShopFiles.heldOut(set);
    var own = heldOut.stream().filter(example -> !isForeign(example)).toList();
    var foreign = heldOut.stream().filter(LocalModelTest::isForeign).toList();

    assertThat(share(own, LocalModelTest::isRightFirst)).isGreaterThanOrEqualTo(rightFirst);
    assertThat(share(own, example -> isRightFirst(example) && isInScope(example)))
        .isGreaterThanOrEqualTo(answeredRight);
    assertThat(share(foreign, example -> !isInScope(example))).isGreaterThanOrEqualTo(handedOver);
  }

  @Test
  void was_not_fitted_to_the_sentences_it_is_tried_with() {
    var fitted =
        ShopFiles.agents().stream()
            .flatMap(agent -> Repertoire.examples(agent).stream())
            .map(Example::text)
            .collect(Collectors.toSet());
    fitted.addAll(LocalTrainer.foreign().stream().map(Example::text).toList());

    assertThat(
            Stream.of("zh", "en", "mixed", "zh-final", "en-final", "mixed-final")
                .flatMap(set -> ShopFiles.heldOut(set).stream()))
        .extracting(Example::text)
        .doesNotContainAnyElementsOf(fitted)
        .hasSizeGreaterThan(400);
  }

  @Test
  void gives_the_same_answer_however_often_it_is_trained() {
    try (var again = trainer.train(ShopFiles.agents())) {
      var question = "我那件外套寄到哪里了呀";
      assertThat(again.understand(question, "", Catalogue.EMPTY)).isEqualTo(understand(question));
    }
  }

  @Test
  void has_no_candidates_where_there_are_no_agents() {
    try (var empty = trainer.train(List.of())) {
      var understood = empty.understand("你好", "", Catalogue.EMPTY);
      assertThat(understood.candidates()).isEmpty();
      assertThat(understood.inScope()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "'   '", "???", "😀😀", "'\ud83d'", "啊"})
  void does_not_stumble_over_odd_messages(String text) {
    assertThat(understand(text).slots()).isEmpty();
  }

  private static boolean isForeign(Example example) {
    return example.intent().name().equals("out_of_scope");
  }

  private static boolean isRightFirst(Example example) {
    return understand(example.text()).candidates().getFirst().intent().equals(example.intent());
  }

  private static boolean isInScope(Example example) {
    return understand(example.text()).inScope();
  }

  private static double share(
      List<Example> examples, java.util.function.Predicate<Example> condition) {
    return (double) examples.stream().filter(condition).count() / examples.size();
  }
}
