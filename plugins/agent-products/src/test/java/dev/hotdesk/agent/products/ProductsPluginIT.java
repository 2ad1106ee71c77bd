package dev.hotdesk.agent.products;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class ProductsPluginIT extends PluginContract {}
