package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.server.stream.LogFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What somebody heard, who reads as sockets do. */
final class Heard {

  private final LogFeed feed;
  private final List<Long> sequences = new ArrayList<>();

  Heard(LogFeed feed) {
    this.feed = feed;
  }

  /** Waits for everything up to here; it must have come once and in order. */
  void awaitAll(long last) {
    await().untilAsserted(() -> assertThat(read()).isEqualTo(last));
    assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
  }

  private long read() {
    for (var next = feed.next(50); !next.isEmpty(); next = feed.next(50)) {
      for (var logged : next) {
        sequences.add(logged.sequence());
        feed.passed(logged.sequence());
      }
    }
    return feed.passed();
  }
}
