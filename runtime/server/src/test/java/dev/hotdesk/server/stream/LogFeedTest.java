package dev.hotdesk.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import dev.hotdesk.testkit.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogFeedTest {

  private static final String ID = "web.feed";

  private final MemoryJournal journal = new MemoryJournal();
  private long last;

  @Test
  void gives_nothing_while_nothing_is_new() {
    assertThat(new LogFeed(journal, ID, 0).next(10)).isEmpty();
  }

  @Test
  void gives_what_is_offered_without_asking_the_journal() {
    var feed = new LogFeed(journal, ID, 7);

    feed.offer(List.of(new Logged(8, Instant.EPOCH, new Entry.Viewed("a"))));

    assertThat(feed.next(10)).extracting(Logged::sequence).containsExactly(8L);
  }

  @Test
  void gives_the_same_again_until_it_is_passed() {
    var feed = new LogFeed(journal, ID, 0);
    feed.offer(append(3));

    assertThat(feed.next(2)).isEqualTo(feed.next(2)).hasSize(2);
    feed.passed(2);
    assertThat(feed.next(2)).extracting(Logged::sequence).containsExactly(3L);
    feed.passed(3);
    assertThat(feed.next(2)).isEmpty();
  }

  @Test
  void reads_what_was_there_before() {
    append(5);
    var feed = new LogFeed(journal, ID, 2);

    feed.reaches(5);

    assertThat(drained(feed)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void heals_a_gap_between_the_old_and_the_new() {
    append(3);
    var feed = new LogFeed(journal, ID, 0);
    append(2);
    feed.offer(append(1));

    feed.reaches(4);

    assertThat(drained(feed)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void begins_anew_when_the_log_ends_before_what_the_reader_has() {
    append(3);
    var feed = new LogFeed(journal, ID, 17);
    feed.offer(append(1));

    feed.reaches(3);

    assertThat(drained(feed)).containsExactly(1L, 2L, 3L, 4L);
    feed.offer(append(1));
    assertThat(drained(feed)).containsExactly(5L);
  }

  @Test
  void passes_over_what_is_offered_twice() {
    var feed = new LogFeed(journal, ID, 0);
    var first = append(2);
    feed.offer(first);
    feed.offer(first);
    feed.offer(append(1));

    assertThat(drained(feed)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void holds_few_and_reads_the_rest_from_the_journal() {
    var feed = new LogFeed(journal, ID, 0);
    for (int i = 0; i < 10 * LogFeed.MOST_HELD; i++) {
      feed.offer(append(1));
    }

    assertThat(drained(feed))
        .isEqualTo(LongStream.rangeClosed(1, 10L * LogFeed.MOST_HELD).boxed().toList());
  }

  private List<Long> drained(LogFeed feed) {
    var sequences = new ArrayList<Long>();
    for (var next = feed.next(4); !next.isEmpty(); next = feed.next(4)) {
      next.forEach(logged -> sequences.add(logged.sequence()));
      feed.passed(next.getLast().sequence());
    }
    return sequences;
  }

  private List<Logged> append(int count) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry.Viewed("sku-" + i));
    }
    var session =
        new Session(
            1, new State.Waiting("", Instant.EPOCH), 1, last + count, Times.begin(Instant.EPOCH));
    journal.append(
        new Conversation(ID, Instant.EPOCH, Instant.EPOCH, session, Dialogue.NONE, "", ""),
        last,
        entries);
    last += count;
    return journal.latest(ID, count);
  }
}
