package dev.hotdesk.api;

import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * A piece of work that the runtime does when something happens: a message or a change of a session,
 * a request over HTTP, a time of day, an event of another plugin, a timer.
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state,
 * what must last goes into {@link PluginContext#storage}. <b>How often.</b> At least once for each
 * occasion, in no promised order: the same {@link Invocation#id} may come again, and must then have
 * no second effect. A request over HTTP comes once. <b>Errors.</b> An exception or a missed
 * deadline is tried again after a pause, as the plugin's policy says; what fails for good is kept
 * as a dead letter, which an admin can replay. A request over HTTP is answered with an error
 * instead.
 *
 * <pre>{@code
 * @Extension
 * public final class ClosedSessions implements PluginFunction {
 *   public List<Trigger> triggers() { return List.of(new Trigger.OnSession("closed")); }
 *   public Outcome run(Invocation invocation, PluginContext context) {
 *     context.metrics().count("closed_sessions", 1);
 *     return Outcome.done();
 *   }
 * }
 * }</pre>
 */
public interface PluginFunction extends ExtensionPoint {

  /**
   * When it is to be run. Asked once, before the plugin is active; the same each time.
   *
   * @return at least one
   */
  List<Trigger> triggers();

  /**
   * Does the work.
   *
   * @param invocation what happened
   * @param context what the runtime lends to this plugin
   * @return what came of it; never {@code null}
   */
  Outcome run(Invocation invocation, PluginContext context);
}
