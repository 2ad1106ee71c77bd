package dev.hotdesk.agent.payments;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class PaymentsPluginIT extends PluginContract {}
