package shop.example.hello;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class OpeningHoursAgentIT extends PluginContract {}
