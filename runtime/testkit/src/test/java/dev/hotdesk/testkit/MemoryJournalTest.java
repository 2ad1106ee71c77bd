package dev.hotdesk.testkit;

import dev.hotdesk.conversation.Journal;

class MemoryJournalTest extends JournalContract {

  private final MemoryJournal journal = new MemoryJournal();

  @Override
  protected Journal journal() {
    return journal;
  }
}
