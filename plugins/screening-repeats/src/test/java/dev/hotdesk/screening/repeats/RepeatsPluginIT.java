package dev.hotdesk.screening.repeats;

import dev.hotdesk.testkit.Lent;
import dev.hotdesk.testkit.PluginContract;
import java.util.List;

/** What every plugin promises, tried on the packed jar. */
class RepeatsPluginIT extends PluginContract {

  @Override
  protected void lend(Lent lent) {
    lent.configured("flood_messages", 10L)
        .configured("flood_seconds", 15L)
        .configured("repeats", 4L)
        .configured("own_hosts", List.of())
        .configured("phrases", List.of());
  }
}
