package dev.hotdesk.api;

/**
 * What the runtime lends to a {@link QueuePriority} for one call. Implemented by the runtime and
 * the testkit only; not to be kept after the call, nor used from other threads.
 *
 * <pre>{@code
 * var late = context.erp().orders().stream().anyMatch(order -> isLate(order, context.clock()));
 * }</pre>
 */
public interface PriorityContext extends PluginContext {

  /**
   * The shop's own systems, seen with the rights of the customer who waits.
   *
   * @throws NotPermittedException without the permission {@code erp:read}
   */
  Erp erp();
}
