package dev.hotdesk.retire;

import java.util.List;

/** Objects of the plugin among the system properties, which ought to be texts. */
final class PropertySweep implements Sweep {

  @Override
  public String title() {
    return "removing its objects from the system properties";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    var properties = System.getProperties();
    for (var entry : List.copyOf(properties.entrySet())) {
      var guilty = plugin.owns(entry.getKey()) ? entry.getKey() : entry.getValue();
      if (plugin.owns(guilty)) {
        properties.remove(entry.getKey());
        findings.cleaned(
            Remnant.Kind.SYSTEM_PROPERTY,
            "system property %s (%s)"
                .formatted(
                    plugin.owns(entry.getKey()) ? "with a key of its own" : entry.getKey(),
                    Departed.typeOf(guilty)));
      }
    }
  }
}
