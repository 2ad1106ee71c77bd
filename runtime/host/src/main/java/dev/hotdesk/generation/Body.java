package dev.hotdesk.generation;

import dev.hotdesk.execution.CallPool;
import dev.hotdesk.retire.Departed;
import dev.hotdesk.retire.Findings;
import dev.hotdesk.retire.Retirement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is a generation's own.
 *
 * @param space PF4J for it
 * @param loader its classes
 * @param pool its threads
 * @param loan what it is lent
 * @param extensions what it brings
 */
record Body(
    PluginSpace space,
    ClassLoader loader,
    CallPool pool,
    Capabilities.Loan loan,
    Extensions extensions) {

  private static final Logger LOG = LoggerFactory.getLogger(Body.class);

  /** Lets go of everything that the runtime holds of it, and cleans up behind it. */
  Findings close(Departed departed, Retirement retirement) {
    guarded(space::stop);
    pool.dismiss();
    try {
      return retirement.of(departed, loan::takeBack);
    } finally {
      guarded(pool::shutDown);
      guarded(space::close);
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      LOG.warn("A plugin did not close cleanly", e);
    }
  }
}
