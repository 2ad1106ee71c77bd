package dev.hotdesk.weave;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
 *
 * <p>To lead the checks elsewhere, each thread of the process must have had its turn on a core,
 * which takes long where many spin. So that is done once for many: {@link #sentence} as many as are
 * to be stopped, then {@link #enforce}; and {@link #rest} when all is over, not in between.
 */
public final class StopOrder {

  private static final MethodType CHECK = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(CHECK);

  private final Predicate<Thread> own;
  private final CheckSite site = new CheckSite(NOTHING);
  private final MethodHandle obey;
  private final ReentrantLock leading = new ReentrantLock();
  private final ConcurrentMap<Long, Sentence> sentences = new ConcurrentHashMap<>();
  private final Waits waits = new Waits(this);
  private final AtomicInteger extensions = new AtomicInteger();
  private volatile boolean isFinal;
  private volatile boolean isInForce;
  private volatile long lastThrown = System.nanoTime();

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

  Waits waits() {
    return waits;
  }

  /** Stops this thread. Repeat its interruption as well: a thread that sleeps meets no check. */
  public void stop(Thread thread) {
    sentence(thread);
    enforce();
  }

  /** This thread is one to stop, as soon as the order is in force. Does not wait. */
  public void sentence(Thread thread) {
    sentences.putIfAbsent(thread.threadId(), Sentence.ofOne());
    waits.disturb(thread);
  }

  /** Does not stop this thread any more; it has done what was wanted. Does not wait. */
  public void lift(Thread thread) {
    sentences.remove(thread.threadId());
  }

  /** Stops threads of fork-join pools too, when they come to a check; until {@link #retract}. */
  public void extend() {
    extensions.incrementAndGet();
    enforce();
  }

  /** Takes back one {@link #extend}. Does not wait. */
  public void retract() {
    extensions.decrementAndGet();
    forgetHelpers();
  }

  /** Stops threads of fork-join pools, and the plugin's own, for good. */
  public void extendForever() {
    isFinal = true;
    enforce();
  }

  /** Leads all checks here, unless they are. */
  public void enforce() {
    leading.lock();
    try {
      if (!isInForce && isWanted()) {
        isInForce = true;
        Guard.someOrder(1);
        site.lead(obey);
      }
    } finally {
      leading.unlock();
    }
  }

  /** Leads all checks nowhere, if nobody is to be stopped any more. */
  public void rest() {
    leading.lock();
    try {
      if (isInForce && !isWanted()) {
        isInForce = false;
        Guard.someOrder(-1);
        site.lead(NOTHING);
      }
    } finally {
      leading.unlock();
    }
  }

  private boolean isWanted() {
    forgetHelpers();
    return concernsHelpers() || !sentences.isEmpty();
  }

  private void forgetHelpers() {
    if (!concernsHelpers()) {
      sentences.values().removeIf(Sentence::isOfHelper);
    }
  }

  private boolean concernsHelpers() {
    return isFinal || extensions.get() > 0;
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
    long now = System.nanoTime();
    if (sentence != null && sentence.isDue(now)) {
      lastThrown = now;
      throw new StoppedError(this);
    }
  }

  /** Whether the thread that asks is one to stop. */
  boolean concernsMe() {
    return mine() != null;
  }

  private @Nullable Sentence mine() {
    var me = Thread.currentThread();
    var sentence = sentences.get(me.threadId());
    boolean concernsHelpers = concernsHelpers();
    if (sentence == null) {
      return concernsHelpers && helps(me)
          ? sentences.computeIfAbsent(me.threadId(), _ -> Sentence.ofHelper())
          : null;
    }
    return concernsHelpers || !sentence.isOfHelper() ? sentence : null;
  }

  private boolean helps(Thread me) {
    return me instanceof ForkJoinWorkerThread || (isFinal && own.test(me));
  }
}
