package dev.hotdesk.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;

class MetersTest {

  private final List<Object> removed = new ArrayList<>();
  private final List<String> made = new ArrayList<>();

  private final Meters meters =
      new Meters(
          fake(
              MetricRegistry.class,
              (method, arguments) -> {
                if (method.equals("remove")) {
                  return removed.add(arguments[0] instanceof MetricID id ? id.getTags() : "");
                }
                made.add(method);
                return fake(Timer.class, (_, _) -> 0L);
              }));

  @Test
  void the_times_of_a_version_that_is_gone_are_forgotten_and_only_those() {
    time("orders", "1.0.0", "respond");
    time("orders", "1.0.0", "order");
    time("orders", "1.0.1", "respond");
    time("desk", "1.0.0", "respond");

    meters.forgetTimes("plugin", "orders", "version", "1.0.0");

    assertThat(removed)
        .allSatisfy(it -> assertThat(it.toString()).contains("plugin=orders", "version=1.0.0"))
        .hasSize(2);
    time("orders", "1.0.1", "respond");
    time("desk", "1.0.0", "respond");
    assertThat(made).hasSize(4);
    time("orders", "1.0.0", "respond");
    assertThat(made).hasSize(5);
  }

  private void time(String plugin, String version, String call) {
    meters.time(
        "call", "Calls", Duration.ofMillis(1), "plugin", plugin, "version", version, "call", call);
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
