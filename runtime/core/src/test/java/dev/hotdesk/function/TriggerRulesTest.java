package dev.hotdesk.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Trigger;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerRulesTest {

  @Test
  void sound_ones_have_no_fault() {
    assertThat(
            List.of(
                new Trigger.OnMessage(Author.CUSTOMER),
                new Trigger.OnSession("closed"),
                new Trigger.OnHttp("POST", "orders/cancelled"),
                new Trigger.OnSchedule("0 9 * * MON-FRI", ZoneOffset.UTC),
                new Trigger.OnPluginEvent("agent-orders", "order_cancelled"),
                new Trigger.OnTimer("remind")))
        .allSatisfy(it -> assertThat(TriggerRules.fault(it, Clock.systemUTC())).isEmpty());
  }

  @Test
  void others_are_told_what_was_wanted() {
    assertThat(
            List.of(
                new Trigger.OnSession("ended"),
                new Trigger.OnHttp("PATCH", "orders"),
                new Trigger.OnHttp("GET", "/orders"),
                new Trigger.OnHttp("GET", "a//b"),
                new Trigger.OnHttp("GET", ""),
                new Trigger.OnSchedule("every day", ZoneOffset.UTC),
                new Trigger.OnSchedule("0 0 31 2 *", ZoneOffset.UTC),
                new Trigger.OnPluginEvent("agent orders", "x"),
                new Trigger.OnPluginEvent("agent-orders", "Cancelled!"),
                new Trigger.OnTimer(" ")))
        .allSatisfy(
            it ->
                assertThat(TriggerRules.fault(it, Clock.systemUTC()))
                    .hasValueSatisfying(fault -> assertThat(fault).contains("wanted")));
  }
}
