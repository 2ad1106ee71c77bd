package dev.hotdesk.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps what is wanted in memory: for tests, and where plugins need not outlive the process. */
public final class MemoryDesiredState implements DesiredState {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Happening> happenings = new ArrayList<>();
  private Revision latest = new Revision(0, Map.of());
  private List<Observed> observed = List.of();

  @Override
  public Revision load() {
    return guarded(() -> latest);
  }

  @Override
  public long save(long known, Map<String, Wish> wishes) {
    return guarded(
        () -> {
          if (known != latest.revision()) {
            throw new DesiredStateUnavailableException(
                "Revision %d was saved meanwhile; this is based on %d"
                    .formatted(latest.revision(), known),
                null);
          }
          latest = new Revision(known + 1, wishes);
          return latest.revision();
        });
  }

  @Override
  public void happened(List<Happening> news) {
    guarded(() -> happenings.addAll(news));
  }

  @Override
  public List<Happening> timeline(String plugin, int most) {
    return guarded(
        () ->
            happenings.reversed().stream()
                .filter(it -> it.plugin().equals(plugin))
                .limit(most)
                .toList());
  }

  @Override
  public void observed(List<Observed> generations) {
    guarded(
        () -> {
          observed = List.copyOf(generations);
          return observed;
        });
  }

  /** What was observed last. */
  public List<Observed> observed() {
    return guarded(() -> observed);
  }

  private <R> R guarded(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
