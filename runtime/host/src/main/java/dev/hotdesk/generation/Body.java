package dev.hotdesk.generation;

import java.util.ResourceBundle;
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

  /** Lets go of everything that the runtime holds of it. */
  void close() {
    try {
      space.close();
    } catch (Throwable e) {
      LOG.warn("A plugin did not close cleanly", e);
    } finally {
      loan.takeBack().forEach(left -> LOG.info("Closed for a plugin: {}", left));
      pool.shutDown();
      ResourceBundle.clearCache(loader);
    }
  }
}
