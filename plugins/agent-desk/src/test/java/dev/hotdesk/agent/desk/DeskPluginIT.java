package dev.hotdesk.agent.desk;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class DeskPluginIT extends PluginContract {}
