package dev.hotdesk.conversation;

import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.TurnRequest;
import java.util.concurrent.Semaphore;

/**
 * Answers so many questions at a time; the others wait, first come, first served. When thousands
 * ask within seconds, each is then answered as quickly as a single one, only later, and agents are
 * not called by more than they take in.
 *
 * <p>Safe for any number of threads; those that wait should be virtual ones.
 */
public final class Turnstile implements Answers {

  private final Answers answers;
  private final Semaphore places;

  /**
   * Lets so many through at a time.
   *
   * @param most at least 1
   */
  public Turnstile(Answers answers, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("Nobody could ask: " + most + " at a time");
    }
    this.answers = answers;
    this.places = new Semaphore(most, true);
  }

  /** Questions that wait for those before them. */
  public int waiting() {
    return places.getQueueLength();
  }

  @Override
  public Answer answer(TurnRequest question) {
    places.acquireUninterruptibly();
    try {
      return answers.answer(question);
    } finally {
      places.release();
    }
  }
}
