package dev.hotdesk.api;

import javax.sql.DataSource;

/**
 * What the runtime lends to an ERP connector for one call. Implemented by the runtime and the
 * testkit only; not to be kept after the call.
 *
 * <p>Not to be used from other threads.
 *
 * <pre>{@code
 * try (var connection = context.dataSource().getConnection();
 *     var statement = connection.prepareStatement("select name from customer where id = ?")) { … }
 * }</pre>
 */
public interface ErpContext extends PluginContext {

  /**
   * The shop's database, configured and pooled by the runtime. A plugin registers no JDBC driver
   * and opens no pool of its own; it closes each connection that it takes.
   *
   * @throws ErpUnavailableException if none is configured
   */
  DataSource dataSource();
}
