package dev.hotdesk.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.routing.Understood;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is taught serves once it is shown to do no harm. */
class SchoolTest {

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<Lesson> active = new ArrayList<>();
  private final List<Lesson> pending = new ArrayList<>();
  private final Map<Long, List<Broken>> refused = new HashMap<>();
  private List<Knowledge> agents = List.of(new Empty("agent-a"));
  private int promotions;
  private int trainings;
  private final ByHeart trainer = new ByHeart();
  private final School school =
      new School(trainer, () -> agents, new Notebook(), work::add, () -> promotions++);

  @Test
  void a_lesson_that_breaks_nothing_serves() {
    pending.add(lesson(1, "money back", "refund"));
    look();

    assertThat(school.curriculum().sentences()).containsExactly(sentence("money back", "refund"));
    assertThat(active).extracting(Lesson::id).containsExactly(1L);
    assertThat(promotions).isEqualTo(1);
  }

  @Test
  void a_lesson_that_breaks_a_golden_sentence_is_put_aside_with_what_it_breaks() {
    pending.add(lesson(1, "where is it", "refund"));
    look();

    assertThat(school.curriculum().sentences()).isEmpty();
    assertThat(promotions).isZero();
    assertThat(refused)
        .isEqualTo(Map.of(1L, List.of(new Broken("agent-a", "where is it", "status", "refund"))));
  }

  @Test
  void a_bad_lesson_does_not_keep_out_the_others() {
    for (long id = 1; id <= 5; id++) {
      pending.add(lesson(id, id == 4 ? "where is it" : "number " + id, "refund"));
    }
    look();

    assertThat(active).extracting(Lesson::id).containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
    assertThat(refused).containsOnlyKeys(4L);
    assertThat(school.curriculum().name()).isEqualTo("1 2 3 5");
  }

  @Test
  void what_was_learned_before_is_examined_too() {
    active.add(lesson(1, "money back", "refund"));
    pending.add(lesson(2, "money back", "status"));
    look();

    assertThat(refused).containsOnlyKeys(2L);
  }

  @Test
  void what_is_taken_back_goes_without_examination() {
    active.add(lesson(1, "money back", "refund"));
    look();
    active.clear();
    look();

    assertThat(school.curriculum().sentences()).isEmpty();
    assertThat(promotions).isEqualTo(2);
    assertThat(trainings).isZero();
  }

  @Test
  void any_number_of_changes_make_one_look() {
    pending.add(lesson(1, "money back", "refund"));
    school.changed();
    school.changed();
    school.changed();

    assertThat(work).hasSize(1);
  }

  @Test
  void without_agents_a_lesson_waits() {
    agents = List.of();
    pending.add(lesson(1, "money back", "refund"));
    look();
    assertThat(active).isEmpty();

    agents = List.of(new Empty("agent-a"));
    look();
    assertThat(active).hasSize(1);
  }

  private void look() {
    school.changed();
    work.remove().run();
  }

  private static Labelled sentence(String text, String intent) {
    return new Labelled(Language.EN, new Intent(intent), text);
  }

  private static Lesson lesson(long id, String text, String intent) {
    return new Lesson(id, sentence(text, intent));
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
    public void refused(Lesson lesson, List<Broken> broken) {
      pending.remove(lesson);
      refused.put(lesson.id(), broken);
    }
  }

  /** Knows sentences by heart; what was taught last holds. */
  private final class ByHeart implements IntentTrainer {

    @Override
    public IntentModel train(List<Knowledge> agents) {
      return train(agents, List.of());
    }

    @Override
    public IntentModel train(List<Knowledge> agents, List<Labelled> learned) {
      trainings++;
      var known = new HashMap<String, Intent>();
      golden(agents).forEach(it -> known.put(it.sentence().text(), it.sentence().intent()));
      learned.forEach(it -> known.put(it.text(), it.intent()));
      return new IntentModel() {
        @Override
        public Understood understand(String text, String asked, Catalogue catalogue) {
          var intent = Optional.ofNullable(known.get(text));
          return new Understood(
              Language.EN,
              intent.map(it -> new Understood.Candidate("agent-a", it, 1)).stream().toList(),
              intent.isPresent(),
              false,
              Map.of());
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public List<Exam> golden(List<Knowledge> agents) {
      return List.of(
          new Exam("agent-a", sentence("where is it", "status")),
          new Exam("agent-a", sentence("give me my refund", "refund")));
    }
  }

  private record Empty(String plugin) implements Knowledge {

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }
  }
}
