package dev.hotdesk.agent.warranty;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class WarrantyPluginIT extends PluginContract {}
