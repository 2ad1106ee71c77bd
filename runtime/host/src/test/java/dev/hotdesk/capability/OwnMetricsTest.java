package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {

  private final Lent lent = new Lent();
  private final Metrics metrics = lent.context("").metrics();

  @AfterEach
  void close() {
    lent.close();
  }

  @Test
  void counts_and_gauges_are_shown_in_the_name_of_the_plugin() {
    metrics.count("coupons_given", 2);
    metrics.count("coupons_given_total", 1);
    metrics.gauge("stock", 1.5);

    assertThat(lent.figures.all())
        .containsExactly(
            "agent-hours coupons_given +2",
            "agent-hours coupons_given +1",
            "agent-hours stock =1.5");
  }

  @Test
  void what_is_not_well_is_dropped_and_never_a_fault() {
    metrics.count("Bad Name", 1);
    metrics.count("", 1);
    metrics.count("x".repeat(65), 1);
    metrics.count("down", -1);
    metrics.gauge("nan", Double.NaN);
    metrics.gauge("endless", Double.POSITIVE_INFINITY);
    metrics.gauge("sales_total", 1);
    metrics.count("both", 1);
    metrics.gauge("both", 1);

    assertThat(lent.figures.all()).containsExactly("agent-hours both +1");
  }

  @Test
  void a_plugin_has_fifty_names_over_all_its_generations() {
    for (int i = 0; i < 30; i++) {
      metrics.count("first_" + i, 1);
    }
    var next = lent.context("").metrics();
    for (int i = 0; i < 30; i++) {
      next.gauge("second_" + i, 1);
    }
    next.count("first_0", 1);

    assertThat(lent.figures.all()).hasSize(51).endsWith("agent-hours first_0 +1");
  }
}
