package dev.hotdesk.routing;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.Event.AgentFailed;
import dev.hotdesk.session.Event.AgentReplied;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts questions that were answered to candidates that only listen, and compares. It never keeps a
 * customer waiting: each such turn has a thread of its own, and while too many are under way the
 * next is left out.
 */
final class Shadows {

  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
  private static final int MOST = 2;

  private final Plugins plugins;
  private final Semaphore free = new Semaphore(MOST);

  Shadows(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Runs a turn that was answered once more, if candidates listen. Returns at once.
   *
   * @param lease under which it was answered
   * @param served how
   * @param turn gives what the candidates would have done; empty if they had no part in it
   */
  void follow(Lease lease, Event served, Function<Lease, Optional<Event>> turn) {
    var shadow = lease.shadow();
    if (shadow.isEmpty()) {
      return;
    }
    if (!free.tryAcquire()) {
      shadow.get().close();
      return;
    }
    Thread.ofVirtual().name("shadow").start(() -> run(shadow.get(), served, turn));
  }

  private void run(Lease shadow, Event served, Function<Lease, Optional<Event>> turn) {
    try (shadow) {
      turn.apply(new ShadowLease(shadow)).ifPresent(it -> compare(served, it));
    } catch (PluginFaultException e) {
      if (isItsOwn(e)) {
        plugins.compared(false);
      }
    } catch (ModelUnavailableException | ErpUnavailableException e) {
      LOG.debug("Nothing to compare: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("A turn of which nobody was to hear failed in the runtime itself", e);
    } finally {
      free.release();
    }
  }

  /** Neither for want of a free thread, nor because the shop's systems were down. */
  private static boolean isItsOwn(PluginFaultException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ErpUnavailableException) {
        return false;
      }
    }
    return switch (fault.kind()) {
      case THREW, TIMED_OUT, RETURNED_NOTHING -> true;
      case OVERLOADED, CIRCUIT_OPEN -> false;
    };
  }

  private void compare(Event served, Event listened) {
    plugins.compared(said(served).equals(said(listened)));
  }

  private static Object said(Event event) {
    return switch (event) {
      case AgentReplied replied -> replied.reply();
      case AgentFailed failed -> failed.reason();
      default -> event;
    };
  }
}
