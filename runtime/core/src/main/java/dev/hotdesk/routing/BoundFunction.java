package dev.hotdesk.routing;

import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.api.Trigger;
import java.util.List;

/**
 * A function of a plugin, and when it is to be run.
 *
 * @param name the name of its class: with the plugin's id it is the same over all versions
 * @param triggers as it named them
 * @param function to be called
 */
public record BoundFunction(String name, List<Trigger> triggers, Plugged<PluginFunction> function) {

  /** Copies the triggers. */
  public BoundFunction {
    triggers = List.copyOf(triggers);
  }
}
