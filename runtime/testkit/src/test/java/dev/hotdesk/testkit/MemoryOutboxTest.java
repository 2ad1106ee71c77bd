package dev.hotdesk.testkit;

import dev.hotdesk.delivery.Outbox;
import java.time.Instant;

class MemoryOutboxTest extends OutboxContract {

  private final MemoryOutbox outbox = new MemoryOutbox();

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected void queue(String conversation, long sequence, Instant now) {
    outbox.queue(conversation, sequence, 1, now);
  }
}
