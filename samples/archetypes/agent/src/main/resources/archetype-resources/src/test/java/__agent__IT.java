package ${package};

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class ${agent}IT extends PluginContract {}
