package dev.hotdesk.weave;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stops threads that run one plugin's woven code: each check that such a thread comes to throws a
 * {@link StoppedError}. The first throw lets clean-up code run for a moment; after that every check
 * throws. As long as nobody is to be stopped, a check costs nothing: it is a call site that leads
 * nowhere. Any thread may give orders.
 */
public final class StopOrder {

  private static final long CLEAN_UP_NANOS = 20_000_000;
  private static final MethodType CHECK = MethodType.methodType(void.class);

  private final Predicate<Thread> own;
  private final Site site = new Site(MethodHandles.empty(CHECK));
  private final MethodHandle obey;
  private final ReentrantLock giving = new ReentrantLock();
  private final ConcurrentMap<Long, Sentence> sentences = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, Closeable> waits = new ConcurrentHashMap<>();
  private final AtomicInteger extensions = new AtomicInteger();
  private volatile boolean isFinal;
  private volatile long lastThrown = System.nanoTime();
  private volatile boolean isInForce;

  /**
   * An order against nobody.
   *
   * @param own which threads are stopped by {@link #extendForever} when they come to a check; asked
   *     on that thread
   */
  public StopOrder(Predicate<Thread> own) {
    this.own = own;
    try {
      this.obey = MethodHandles.lookup().findVirtual(StopOrder.class, "obey", CHECK).bindTo(this);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }

  CallSite site() {
    return site;
  }

  /** Stops this thread. Repeat its interruption as well: a thread that sleeps meets no check. */
  public void stop(Thread thread) {
    giving.lock();
    try {
      sentences.putIfAbsent(thread.threadId(), new Sentence(false));
      enforce();
    } finally {
      giving.unlock();
    }
    var wait = waits.get(thread.threadId());
    if (wait != null) {
      try {
        wait.close();
      } catch (IOException e) {
        // It was to be disturbed, and is.
      }
    }
  }

  /** Does not stop this thread any more; it has done what was wanted. */
  public void lift(Thread thread) {
    giving.lock();
    try {
      sentences.remove(thread.threadId());
      enforce();
    } finally {
      giving.unlock();
    }
  }

  /** Stops threads of fork-join pools too, when they come to a check; until {@link #retract}. */
  public void extend() {
    change(1, isFinal);
  }

  /** Takes back one {@link #extend}. */
  public void retract() {
    change(-1, isFinal);
  }

  /** Stops threads of fork-join pools, and the plugin's own, for good. */
  public void extendForever() {
    change(0, true);
  }

  private void change(int more, boolean forever) {
    giving.lock();
    try {
      extensions.addAndGet(more);
      isFinal = forever;
      if (!concernsHelpers()) {
        sentences.values().removeIf(Sentence::isOfHelper);
      }
      enforce();
    } finally {
      giving.unlock();
    }
  }

  private boolean concernsHelpers() {
    return isFinal || extensions.get() > 0;
  }

  private void enforce() {
    boolean isWanted = concernsHelpers() || !sentences.isEmpty();
    if (isWanted == isInForce) {
      return;
    }
    isInForce = isWanted;
    Guard.someOrder(isWanted ? 1 : -1);
    site.lead(isWanted ? obey : MethodHandles.empty(CHECK));
  }

  /** When it last stopped somebody, in the time of {@link System#nanoTime}. */
  public long lastThrown() {
    return lastThrown;
  }

  /** What the runtime's own loops on behalf of a plugin do. */
  void check() {
    if (isInForce) {
      obey();
    }
  }

  /** What a check does while the order is in force. */
  void obey() {
    var sentence = mine();
    if (sentence != null) {
      sentence.execute(this);
    }
  }

  /** Whether the thread that asks is one to stop. */
  boolean concernsMe() {
    return mine() != null;
  }

  private @Nullable Sentence mine() {
    var me = Thread.currentThread();
    var sentence = sentences.get(me.threadId());
    if (sentence == null && concernsHelpers() && helps(me)) {
      return sentences.computeIfAbsent(me.threadId(), _ -> new Sentence(true));
    }
    return sentence;
  }

  private boolean helps(Thread me) {
    return me instanceof ForkJoinWorkerThread || (isFinal && own.test(me));
  }

  /** Something that waits for as long as it takes, and to which being interrupted means nothing. */
  interface Wait {
    void begin() throws InterruptedException;
  }

  /** Waits, with no regard to interruptions but those of this order. */
  void uninterruptibly(Wait wait) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          wait.begin();
          return;
        } catch (InterruptedException e) {
          wasInterrupted = true;
          check();
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is closed if the thread that asks is to be stopped. */
  void waitingFor(Closeable closeable) {
    waits.put(Thread.currentThread().threadId(), closeable);
  }

  void waitingNoMore() {
    waits.remove(Thread.currentThread().threadId());
  }

  /**
   * That one thread is to be stopped, and since when it knows. Carried out by that thread alone.
   */
  private static final class Sentence {

    private final boolean isOfHelper;
    private long told;
    private boolean isTold;

    Sentence(boolean isOfHelper) {
      this.isOfHelper = isOfHelper;
    }

    boolean isOfHelper() {
      return isOfHelper;
    }

    void execute(StopOrder order) {
      long now = System.nanoTime();
      if (!isTold) {
        told = now;
        isTold = true;
      } else if (now - told < CLEAN_UP_NANOS) {
        return;
      }
      order.lastThrown = now;
      throw new StoppedError(order);
    }
  }

  /** Where all checks lead. Only the order can lead them elsewhere, not the code they are in. */
  private static final class Site extends MutableCallSite {

    Site(MethodHandle target) {
      super(target);
    }

    @Override
    public void setTarget(MethodHandle target) {
      throw new UnsupportedOperationException("Checks lead where the runtime wants");
    }

    void lead(MethodHandle target) {
      super.setTarget(target);
      MutableCallSite.syncAll(new MutableCallSite[] {this});
    }
  }
}
