package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Whether what an agent remembers of live conversations survives an upgrade that changes its form,
 * and the way back. All conversations go on while the version changes, and after it.
 */
final class MigrateMeasure implements Measure {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SPEAKING = 32;

  @Override
  public String summary() {
    return "what is remembered through v1, v2 and v1 again [--conversations 1000]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    int size = options.number("conversations", 1000);
    try (var site = Site.open()) {
      site.start();
      var first = site.wishes("1.0.0");
      var second = site.wishes("2.0.0");
      first.deliver();
      first.awaitLive(PATIENCE);
      report.progress(size + " customers come");
      var talks = gather(size, number -> WishTalk.begin(site.web(), site.shopOrigin(), number));
      try {
        each(talks, WishTalk::addMug);
        each(talks, WishTalk::addBoots);
        each(talks, talk -> talk.recall(false));
        report.progress("upgrade while all go on");
        during(talks, () -> arrive(second));
        each(talks, talk -> talk.recall(true));
        each(talks, WishTalk::removeOldest);
        each(talks, WishTalk::addBoots);
        each(talks, talk -> talk.recall(true));
        report.progress("the way back while all go on");
        during(talks, () -> leave(second, first));
        each(talks, talk -> talk.recall(false));
        each(talks, WishTalk::addBoots);
        each(talks, talk -> talk.recall(false));
        tell(talks, report);
      } finally {
        talks.forEach(WishTalk::close);
      }
    }
  }

  /** A change of version. */
  private interface Change {
    void happen() throws IOException, InterruptedException;
  }

  private static void arrive(Drop newer) throws IOException, InterruptedException {
    newer.deliver();
    newer.awaitLive(PATIENCE);
  }

  private static void leave(Drop newer, Drop older) throws IOException, InterruptedException {
    newer.withdraw();
    older.awaitLive(PATIENCE);
  }

  /** All customers put something on their lists, at the same time as the version changes. */
  private static void during(List<WishTalk> talks, Change change)
      throws IOException, InterruptedException {
    var failed = new ArrayList<IllegalStateException>();
    var talking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    each(talks, WishTalk::addMug);
                  } catch (IllegalStateException e) {
                    failed.add(e);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    change.happen();
    talking.join();
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
  }

  private static void each(List<WishTalk> talks, Consumer<WishTalk> step)
      throws InterruptedException {
    gather(
        talks.size(),
        number -> {
          step.accept(talks.get(number));
          return number;
        });
  }

  private static <T> List<T> gather(int size, Function<Integer, T> work)
      throws InterruptedException {
    var all = new ArrayList<Future<T>>();
    try (var speakers = Executors.newFixedThreadPool(SPEAKING)) {
      for (int i = 0; i < size; i++) {
        int number = i;
        all.add(speakers.submit(() -> work.apply(number)));
      }
    }
    var done = new ArrayList<T>();
    for (var one : all) {
      try {
        done.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return done;
  }

  private static void tell(List<WishTalk> talks, Report report) {
    long same = talks.stream().filter(WishTalk::isSame).count();
    report.count("conversations", talks.size());
    report.atLeast(talks.size(), "same_state", same);
    report.count("remembered", talks.stream().mapToLong(WishTalk::recalled).sum());
    report.none("lost", all(talks, WishTalk::lost));
    report.none("duplicated", all(talks, WishTalk::duplicated));
    report.none("reordered", all(talks, WishTalk::reordered));
    report.none("other_faults", all(talks, WishTalk::faults));
  }

  private static List<String> all(
      List<WishTalk> talks, Function<WishTalk, Collection<String>> findings) {
    return talks.stream().flatMap(talk -> findings.apply(talk).stream()).toList();
  }
}
