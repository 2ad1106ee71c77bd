package dev.hotdesk.weave;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls. Public because woven code lies in other packages; nobody else should call
 * it, and code that does can only stop itself.
 */
public final class Guard {

  private static final MethodType CHECK = MethodType.methodType(void.class);
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  // Class files before Java 7 have no invokedynamic: all of them share one site.
  private static final MutableCallSite OLD = new MutableCallSite(MethodHandles.empty(CHECK));
  private static final MethodHandle OLD_CHECK = OLD.dynamicInvoker();
  private static final MethodHandle OBEY_CALLER = obeyCaller();
  private static final AtomicInteger ORDERS = new AtomicInteger();

  private Guard() {}

  private static MethodHandle obeyCaller() {
    try {
      return MethodHandles.lookup().findStatic(Guard.class, "obeyCallersOrder", CHECK);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }

  /** Links a check: it leads where the order of the caller's loader leads. */
  public static CallSite check(MethodHandles.Lookup caller, String name, MethodType type) {
    return order(caller.lookupClass()).site();
  }

  /** The check of class files before Java 7. */
  public static void check() throws Throwable {
    OLD_CHECK.invokeExact();
  }

  /** Is asked first by each handler that might swallow the end of the thread. */
  public static void caught(Throwable thrown) {
    if (thrown instanceof StoppedError stopped && stopped.isInForce()) {
      throw stopped;
    }
  }

  /** The order that a class obeys. */
  static StopOrder order(Class<?> woven) {
    var order = orderOf(woven);
    if (order == null) {
      throw new LinkageError(
          "%s is woven, but none of its class loaders has an order to obey".formatted(woven));
    }
    return order;
  }

  private static @Nullable StopOrder orderOf(Class<?> type) {
    for (var loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader instanceof Stoppable stoppable) {
        return stoppable.stopOrder();
      }
    }
    return null;
  }

  /** One order more or less is in force. */
  static void someOrder(int change) {
    int now = ORDERS.addAndGet(change);
    if (now == 0 || (now == 1 && change == 1)) {
      synchronized (OLD) {
        OLD.setTarget(ORDERS.get() > 0 ? OBEY_CALLER : MethodHandles.empty(CHECK));
        MutableCallSite.syncAll(new MutableCallSite[] {OLD});
      }
    }
  }

  @SuppressWarnings("UnusedMethod") // Found by its name.
  private static void obeyCallersOrder() {
    var order =
        WALKER.walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> type != Guard.class)
                    .findFirst()
                    .map(Guard::orderOf));
    order.ifPresent(StopOrder::obey);
  }
}
