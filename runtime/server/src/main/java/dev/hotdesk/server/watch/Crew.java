package dev.hotdesk.server.watch;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;

/** The threads that one part of the house has borrowed at the moment, each under its name. */
final class Crew implements Executor {

  private final String name;
  private final Executor executor;
  private final LongAdder atWork = new LongAdder();

  Crew(String owner, Executor executor) {
    this.name = Crews.PREFIX + owner;
    this.executor = executor;
  }

  /** Tasks that were handed in and have not ended. */
  long atWork() {
    return atWork.sum();
  }

  @Override
  public void execute(Runnable task) {
    atWork.increment();
    try {
      executor.execute(() -> run(task));
    } catch (RejectedExecutionException e) {
      atWork.decrement();
      throw e;
    }
  }

  /** Also under the name of this owner: what a timer's thread does. */
  void runNamed(Runnable task) {
    var thread = Thread.currentThread();
    var before = thread.getName();
    thread.setName(name);
    try {
      task.run();
    } finally {
      thread.setName(before);
    }
  }

  private void run(Runnable task) {
    try {
      runNamed(task);
    } finally {
      atWork.decrement();
    }
  }
}
