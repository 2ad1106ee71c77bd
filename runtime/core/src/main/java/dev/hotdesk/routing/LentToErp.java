package dev.hotdesk.routing;

import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.PluginContext;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What an ERP connector is lent for one call. */
public final class LentToErp extends LentContext implements ErpContext {

  private final Supplier<DataSource> database;

  /** Lends a connector what its plugin may have, and the shop's database. */
  public LentToErp(PluginContext plugin, Supplier<DataSource> database) {
    super(plugin);
    this.database = database;
  }

  @Override
  public DataSource dataSource() {
    return database.get();
  }
}
