package dev.hotdesk.function;

import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Lease;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The subscriptions of what serves at the moment. A lease hands out the same list as long as
 * nothing changes, so each list is read once; it is held weakly, as it leads to plugins' classes.
 */
final class Subscribed {

  /** One for what serves, one for what is tried out beside it, and those that drain. */
  private static final int MOST = 4;

  private volatile List<Read> latest = List.of();

  Subscriptions in(Lease lease) {
    var functions = lease.functions();
    if (functions.isEmpty()) {
      return Subscriptions.NONE;
    }
    var reads = latest;
    for (var read : reads) {
      if (read.functions.refersTo(functions)) {
        return read.subscriptions;
      }
    }
    var read = new Read(new WeakReference<>(functions), new Subscriptions(functions));
    var next = new ArrayList<Read>(MOST);
    next.add(read);
    reads.stream().limit(MOST - 1).forEach(next::add);
    latest = List.copyOf(next);
    return read.subscriptions;
  }

  private record Read(WeakReference<List<BoundFunction>> functions, Subscriptions subscriptions) {}
}
