package dev.hotdesk.capability;

import dev.hotdesk.api.Config;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;

/** Finds the settings of plugins, and checks them against the schema in their jars. */
public interface PluginConfigs {

  /**
   * The settings with which a new generation of this jar begins. Runs none of the plugin's code.
   * Control thread.
   *
   * @throws RefusedJarException that names the setting which is missing or wrong
   */
  Config settle(PluginJar jar) throws RefusedJarException;
}
