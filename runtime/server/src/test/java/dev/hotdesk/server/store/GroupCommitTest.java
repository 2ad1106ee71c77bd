package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch allGathered = new CountDownLatch(1);
  private final GroupCommit commit =
      new GroupCommit(
          batch -> {
            awaitAllGathered();
            throw new StackOverflowError("in the driver");
          },
          executor,
          (size, time) -> {});

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void nobody_waits_for_ever_when_its_thread_dies() {
    var inBatch = append("web.a");
    commit.add(inBatch);
    await().until(() -> commit.waiting() == 0);
    var waiting = append("web.a");
    commit.add(waiting);
    allGathered.countDown();

    for (var append : List.of(inBatch, waiting)) {
      assertThatThrownBy(append.done()::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(JournalUnavailableException.class);
    }
    assertThat(commit.isAlive()).isFalse();
  }

  private void awaitAllGathered() {
    try {
      allGathered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Append append(String id) {
    var session =
        new Session(1, new State.Waiting("", Instant.EPOCH), 1, 1, Times.begin(Instant.EPOCH));
    var now = new Conversation(id, Instant.EPOCH, Instant.EPOCH, session, Dialogue.NONE, "", "");
    return Append.of(now, 0, List.of(new Entry.Viewed("SW-1")), List.of(), false);
  }
}
