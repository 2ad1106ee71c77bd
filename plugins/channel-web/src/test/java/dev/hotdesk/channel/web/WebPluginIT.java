package dev.hotdesk.channel.web;

import dev.hotdesk.testkit.PluginContract;

/** What every plugin promises, tried on the packed jar. */
class WebPluginIT extends PluginContract {}
