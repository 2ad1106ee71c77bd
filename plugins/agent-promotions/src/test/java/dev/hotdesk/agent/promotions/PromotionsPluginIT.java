package dev.hotdesk.agent.promotions;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class PromotionsPluginIT extends PluginContract {}
