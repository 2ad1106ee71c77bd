package dev.hotdesk.api;

import javax.sql.DataSource;

/**
 * What the runtime lends to an ERP connector for one call. Implemented by the runtime and the
 * testkit only; not to be kept after the call.
 */
public interface ErpContext {

  /**
   * The shop's database, configured and pooled by the runtime. A plugin registers no JDBC driver
   * and opens no pool of its own; it closes each connection that it takes.
   *
   * @throws ErpUnavailableException if none is configured
   */
  DataSource dataSource();
}
