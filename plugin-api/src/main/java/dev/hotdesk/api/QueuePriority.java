package dev.hotdesk.api;

import org.pf4j.ExtensionPoint;

/**
 * Says whether a customer who waits for a person should be served sooner than others, or later.
 *
 * <p>The runtime keeps the bounds: all plugins together move a customer by two lanes at the most,
 * and who has waited for too long goes before every lane, whatever plugins say. The reason is shown
 * to operators who ask why a chat is where it is.
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state.
 * <b>How often.</b> Once when a customer begins to wait, and about once a minute while they do.
 * <b>Errors.</b> An exception, a missed deadline (half a second) or a {@code null} means {@link
 * Precedence#usual}: nobody waits for a plugin.
 *
 * <pre>{@code
 * @Extension
 * public final class GoldFirst implements QueuePriority {
 *   public Precedence weigh(WaitingCustomer waiting, PriorityContext context) {
 *     return waiting.tier().equals("gold")
 *         ? Precedence.raised(1, new Text("金卡会员", "Gold member"))
 *         : Precedence.usual();
 *   }
 * }
 * }</pre>
 */
public interface QueuePriority extends ExtensionPoint {

  /**
   * Weighs one customer.
   *
   * @param waiting what is known of them
   * @param context what the runtime lends to this plugin for this call only
   * @return never {@code null}
   */
  Precedence weigh(WaitingCustomer waiting, PriorityContext context);
}
