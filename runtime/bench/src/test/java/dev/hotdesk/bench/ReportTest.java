package dev.hotdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Report report = Report.of("test");

  @Test
  void kept_promises_are_only_told() {
    report.atMost(3_000, "live", 3_000, "ms");
    report.none("lost", List.of());
    report.atLeast(1, "reconnects", 1);

    assertThat(report.broken()).isEmpty();
  }

  @Test
  void broken_promises_are_remembered() {
    report.atMost(3_000, "live", 3_000.1, "ms");
    report.atMost(3_000, "never", Double.NaN, "ms");
    report.none("lost", List.of("c-1"));
    report.atLeast(1, "reconnects", 0);

    assertThat(report.broken()).hasSize(4);
  }
}
