package dev.hotdesk.erp.jdbc;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class JdbcPluginIT extends PluginContract {}
