package dev.hotdesk.agent.knowledge;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class KnowledgePluginIT extends PluginContract {}
