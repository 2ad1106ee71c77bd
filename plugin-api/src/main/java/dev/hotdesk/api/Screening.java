package dev.hotdesk.api;

import org.pf4j.ExtensionPoint;

/**
 * Looks at what customers write, and warns of what seems wrong: floods, fraud, abuse.
 *
 * <p>The message is stored and shown whatever a screening says: it may warn operators, keep a
 * waiting customer from being given out by itself for a while, and slow a customer down. All of it
 * ends by itself, is shown with its reason to operators, and any operator may still take the
 * customer by hand.
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state.
 * <b>How often.</b> Once for each message of a customer, shortly after it was stored.
 * <b>Errors.</b> An exception, a missed deadline (half a second), too many messages at once or a
 * {@code null} mean {@link Screened#clear}.
 *
 * <pre>{@code
 * @Extension
 * public final class NoLinks implements Screening {
 *   public Screened screen(Utterance said, PluginContext context) {
 *     return said.text().contains("http://")
 *         ? Screened.flag(new Text("含有链接", "There is a link"))
 *         : Screened.clear();
 *   }
 * }
 * }</pre>
 */
public interface Screening extends ExtensionPoint {

  /**
   * Looks at one message.
   *
   * @param said the message, and the customer's messages before it
   * @param context what the runtime lends to this plugin
   * @return never {@code null}
   */
  Screened screen(Utterance said, PluginContext context);
}
