package dev.hotdesk.routing;

import dev.hotdesk.api.Erp;
import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.api.PriorityContext;
import dev.hotdesk.api.QueuePriority;

/** What one {@link QueuePriority} is lent for one call. */
public final class LentToPriority extends LentContext implements PriorityContext {

  private static final String ERP = "erp:read";

  private final boolean mayRead;
  private final Erp shop;

  /** For one customer, with the shop's systems as that customer may see them. */
  public LentToPriority(Plugged<QueuePriority> plugin, Erp shop) {
    super(plugin.context());
    this.mayRead = plugin.allows(ERP);
    this.shop = shop;
  }

  @Override
  public Erp erp() {
    if (!mayRead) {
      throw new NotPermittedException(ERP);
    }
    return shop;
  }
}
