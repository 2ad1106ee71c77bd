package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GenerationStateTest {

  private static final List<GenerationState> ALL =
      List.of(
          new GenerationState.Staged(),
          new GenerationState.Verified(),
          new GenerationState.Loaded(),
          new GenerationState.Probed(),
          new GenerationState.Shadow(),
          new GenerationState.Canary(10),
          new GenerationState.Live(),
          new GenerationState.Standby(),
          new GenerationState.Draining(),
          new GenerationState.Retired(""),
          new GenerationState.Collected(),
          new GenerationState.Rejected("no"),
          new GenerationState.RolledBack("no"),
          new GenerationState.Quarantined("no"),
          new GenerationState.Leaked("thread"));

  @Test
  void each_state_leads_where_the_diagram_says_and_nowhere_else() {
    var ways = new LinkedHashMap<String, String>();
    for (var from : ALL) {
      ways.put(
          from.word(),
          ALL.stream()
              .filter(from::leadsTo)
              .map(GenerationState::word)
              .collect(Collectors.joining(" ")));
    }
    var expected = new LinkedHashMap<String, String>();
    expected.put("STAGED", "VERIFIED REJECTED");
    expected.put("VERIFIED", "LOADED REJECTED");
    expected.put("LOADED", "PROBED REJECTED");
    expected.put("PROBED", "SHADOW CANARY LIVE STANDBY RETIRED REJECTED ROLLED_BACK QUARANTINED");
    expected.put("SHADOW", "CANARY LIVE DRAINING ROLLED_BACK QUARANTINED");
    expected.put("CANARY", "SHADOW CANARY LIVE DRAINING ROLLED_BACK QUARANTINED");
    expected.put("LIVE", "STANDBY DRAINING ROLLED_BACK QUARANTINED");
    expected.put("STANDBY", "SHADOW CANARY LIVE DRAINING ROLLED_BACK QUARANTINED");
    expected.put("DRAINING", "RETIRED QUARANTINED");
    expected.put("RETIRED", "COLLECTED LEAKED");
    expected.put("COLLECTED", "");
    expected.put("REJECTED", "COLLECTED LEAKED");
    expected.put("ROLLED_BACK", "COLLECTED LEAKED");
    expected.put("QUARANTINED", "COLLECTED LEAKED");
    expected.put("LEAKED", "COLLECTED LEAKED");
    assertThat(ways).isEqualTo(expected);
  }
}
