package dev.hotdesk.agent.accounts;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class AccountsPluginIT extends PluginContract {}
