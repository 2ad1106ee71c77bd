package dev.hotdesk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Broken;
import dev.hotdesk.learning.Lesson;
import dev.hotdesk.learning.Lessons;
import dev.hotdesk.learning.School;
import dev.hotdesk.learning.Syllabus;
import dev.hotdesk.learning.TaughtTrainer;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.understanding.encoder.ModelFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shop's people teach, on the real encoders and two of the shipped agents. */
class LearningTest {

  private static final String ODD = "my blorp did a zonk, sort the wibble out";

  private static LocalTrainer trainer;

  private final List<Lesson> active = new ArrayList<>();
  private final List<Lesson> pending = new ArrayList<>();
  private final List<Broken> broken = new ArrayList<>();
  private School school;
  private TaughtTrainer taught;

  @BeforeEach
  void found() {
    school = new School(trainer, LearningTest::agents, new Notebook(), Runnable::run, () -> {});
    taught = new TaughtTrainer(trainer, school::curriculum, () -> {});
  }

  @BeforeAll
  static void open(@TempDir Path cache) {
    trainer =
        LocalTrainer.open(ModelFiles.shipped(), cache, 2, Clock.systemUTC(), ColdStartWatch.NONE);
  }

  @AfterAll
  static void close() {
    trainer.close();
  }

  @Test
  void a_correction_is_understood_and_its_undoing_takes_it_back() {
    var before = understood(ODD);
    assertThat(before).isNotEqualTo("complaint");

    pending.add(lesson(1, ODD, "complaint"));
    school.changed();
    assertThat(broken).isEmpty();
    assertThat(understood(ODD)).isEqualTo("complaint");

    active.clear();
    school.changed();
    assertThat(understood(ODD)).isEqualTo(before);
  }

  @Test
  void a_poisoned_correction_is_put_aside_and_nothing_changes() {
    var golden = trainer.golden(agents());
    var victim =
        golden.stream()
            .map(it -> it.sentence())
            .filter(it -> it.intent().name().equals("promotion.coupon"))
            .filter(it -> it.language() == Language.EN)
            .filter(it -> understood(it.text()).equals("promotion.coupon"))
            .findFirst()
            .orElseThrow();

    pending.add(lesson(7, victim.text(), "greeting"));
    school.changed();

    assertThat(active).isEmpty();
    assertThat(broken).extracting(Broken::text).contains(victim.text());
    assertThat(understood(victim.text())).isEqualTo("promotion.coupon");
  }

  /** Two of them: to fit all takes several times as long, and shows no more. */
  private static List<Knowledge> agents() {
    return ShopFiles.agents().stream()
        .filter(it -> Set.of("agent-desk", "agent-promotions").contains(it.plugin()))
        .toList();
  }

  private String understood(String text) {
    try (var model = taught.train(agents())) {
      var understood = model.understand(text, "", Catalogue.EMPTY);
      return understood.inScope() ? understood.candidates().getFirst().intent().name() : "";
    }
  }

  private static Lesson lesson(long id, String text, String intent) {
    return new Lesson(id, new Labelled(Language.EN, new Intent(intent), text));
  }

  /** Holds what a test puts into it. */
  private final class Notebook implements Lessons {

    @Override
    public Syllabus read() {
      return new Syllabus(active, pending);
    }

    @Override
    public void passed(List<Lesson> lessons) {
      pending.removeAll(lessons);
      active.addAll(lessons);
    }

    @Override
    public void refused(Lesson lesson, List<Broken> sentences) {
      pending.remove(lesson);
      broken.addAll(sentences);
    }
  }
}
