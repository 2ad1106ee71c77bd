package dev.hotdesk.testkit;

import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Marks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps receipts in memory. */
public final class MemoryMarks implements Marks {

  private final Map<Whose, Mark> marks = new ConcurrentHashMap<>();

  @Override
  public Mark of(Whose whose) {
    return marks.getOrDefault(whose, Mark.NONE);
  }

  @Override
  public void raise(Map<Whose, Mark> moved) {
    moved.forEach((whose, mark) -> marks.merge(whose, mark, Mark::and));
  }
}
