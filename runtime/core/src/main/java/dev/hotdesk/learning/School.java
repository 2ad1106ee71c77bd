package dev.hotdesk.learning;

import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.routing.ModelUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what people teach effective. Each change leads to one more look at all that is taught; at
 * most one look is under way, and any number of changes meanwhile make one more. What is new is
 * tried on a model of its own beside the one that serves, and promoted if {@link Examination} finds
 * nothing worse; if it does, halves are tried, so that one bad lesson does not keep out the others.
 *
 * <p>What was taught and is taken back goes without examination: that is the way back.
 */
public final class School {

  private static final Logger LOG = LoggerFactory.getLogger(School.class);

  private final IntentTrainer trainer;
  private final Supplier<List<Knowledge>> agents;
  private final Lessons lessons;
  private final Executor executor;
  private final Runnable promoted;
  private final AtomicBoolean isPlanned = new AtomicBoolean();
  private final AtomicBoolean isAtWork = new AtomicBoolean();
  private volatile Curriculum curriculum = Curriculum.UNREAD;

  /**
   * A school in which nothing is taught yet.
   *
   * @param trainer makes models
   * @param agents the knowledge of the agents that serve now
   * @param executor where it works; may be shared
   * @param promoted is told that {@link #curriculum} is another; must not block
   */
  public School(
      IntentTrainer trainer,
      Supplier<List<Knowledge>> agents,
      Lessons lessons,
      Executor executor,
      Runnable promoted) {
    this.trainer = trainer;
    this.agents = agents;
    this.lessons = lessons;
    this.executor = executor;
    this.promoted = promoted;
  }

  /** What customers are to be understood by, besides the agents' knowledge. Any thread. */
  public Curriculum curriculum() {
    return curriculum;
  }

  /**
   * Before anything serves: reads what counts, so that the very first model knows it. What cannot
   * be read is read at the first change, or once agents serve. Blocks.
   */
  public void open() {
    try {
      curriculum = Curriculum.of(lessons.read().active());
    } catch (RuntimeException e) {
      LOG.warn("What was taught is not known yet: {}", e.getMessage());
    }
  }

  /** Something was taught, or taken back, here or elsewhere. Returns at once; any thread. */
  public void changed() {
    if (!isPlanned.getAndSet(true)) {
      executor.execute(this::work);
    }
  }

  private void work() {
    if (!isAtWork.compareAndSet(false, true)) {
      return; // Whoever is at work looks again.
    }
    try {
      while (isPlanned.getAndSet(false)) {
        look();
      }
    } finally {
      isAtWork.set(false);
    }
    if (isPlanned.get()) {
      work();
    }
  }

  private void look() {
    try {
      var syllabus = lessons.read();
      put(syllabus.active());
      if (!syllabus.pending().isEmpty()) {
        examine(syllabus);
      }
    } catch (ModelUnavailableException | KnowledgeException e) {
      LOG.warn("What was taught waits, as no model can be made: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("What was taught waits until something more is taught, or the next start", e);
    }
  }

  private void put(List<Lesson> active) {
    var next = Curriculum.of(active);
    if (!next.equals(curriculum)) {
      curriculum = next;
      promoted.run();
    }
  }

  private void examine(Syllabus syllabus) {
    var knowledge = agents.get();
    if (knowledge.isEmpty()) {
      return; // Looked at again when there are agents.
    }
    var exams = new ArrayList<>(trainer.golden(knowledge));
    var owners = new Owners(exams);
    syllabus.active().stream()
        .map(Lesson::sentence)
        .flatMap(it -> owners.exam(it).stream())
        .forEach(exams::add);
    var passing = new Passing(knowledge, new Examination(exams), syllabus.active());
    passing.attempt(syllabus.pending());
  }

  /** Lets through what does no harm, on top of what was let through before. */
  private final class Passing {

    private final List<Knowledge> knowledge;
    private final Examination examination;
    private final List<Lesson> passed;
    private List<String> before;

    Passing(List<Knowledge> knowledge, Examination examination, List<Lesson> active) {
      this.knowledge = knowledge;
      this.examination = examination;
      this.passed = new ArrayList<>(active);
      this.before = answers(active);
    }

    void attempt(List<Lesson> some) {
      var all = new ArrayList<>(passed);
      all.addAll(some);
      var after = answers(all);
      var broken = examination.broken(before, after);
      if (broken.isEmpty()) {
        lessons.passed(some);
        passed.addAll(some);
        before = after;
        put(passed);
      } else if (some.size() == 1) {
        LOG.info("Lesson {} is put aside: it breaks {}", some.getFirst().id(), broken.size());
        lessons.refused(some.getFirst(), broken);
      } else {
        attempt(some.subList(0, some.size() / 2));
        attempt(some.subList(some.size() / 2, some.size()));
      }
    }

    private List<String> answers(List<Lesson> known) {
      try (var model = trainer.train(knowledge, Curriculum.of(known).sentences())) {
        return trainer.answers(model, examination.exams());
      }
    }
  }

  /** Whose an intent is, as the golden sentences tell. */
  private record Owners(List<Exam> golden) {

    Owners {
      golden = List.copyOf(golden);
    }

    List<Exam> exam(Labelled sentence) {
      return golden.stream()
          .filter(it -> it.sentence().intent().equals(sentence.intent()))
          .findFirst()
          .map(it -> List.of(new Exam(it.agent(), sentence)))
          .orElse(List.of());
    }
  }
}
