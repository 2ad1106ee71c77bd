package dev.hotdesk.agent.invoices;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class InvoicesPluginIT extends PluginContract {}
