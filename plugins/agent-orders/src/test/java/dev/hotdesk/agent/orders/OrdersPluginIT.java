package dev.hotdesk.agent.orders;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class OrdersPluginIT extends PluginContract {}
