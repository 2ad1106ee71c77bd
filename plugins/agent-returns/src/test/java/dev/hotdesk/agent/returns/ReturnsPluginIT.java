package dev.hotdesk.agent.returns;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class ReturnsPluginIT extends PluginContract {}
