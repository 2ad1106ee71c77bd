package dev.hotdesk.routing.loyalty;

import dev.hotdesk.testkit.Lent;
import dev.hotdesk.testkit.PluginContract;
import java.util.List;

/** What every plugin promises, tried on the packed jar. */
class LoyaltyPluginIT extends PluginContract {

  @Override
  protected void lend(Lent lent) {
    lent.configured("vip_tiers", List.of("vip"))
        .configured("high_tiers", List.of("gold"))
        .configured("late_after_days", 3L);
  }
}
