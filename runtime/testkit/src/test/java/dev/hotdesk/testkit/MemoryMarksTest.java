package dev.hotdesk.testkit;

import dev.hotdesk.delivery.Marks;

class MemoryMarksTest extends MarksContract {

  private final Marks marks = new MemoryMarks();

  @Override
  protected Marks marks() {
    return marks;
  }
}
