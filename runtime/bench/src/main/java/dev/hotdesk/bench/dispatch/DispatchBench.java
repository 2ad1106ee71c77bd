package dev.hotdesk.bench.dispatch;

import dev.hotdesk.api.Agent;
import dev.hotdesk.bench.bare.BareHost;
import dev.hotdesk.bench.site.Site;
import dev.hotdesk.routing.Plugged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to reach a plugin, beside what the plugin itself does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBench {

  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private @Nullable Path folder;
  private @Nullable BareHost host;

  /** Opens a host with one agent. */
  @Setup
  public void open() throws IOException, InterruptedException {
    var made = Files.createTempDirectory("hotdesk-dispatch");
    BareHost.drop(made, "1.0.0");
    var opened = BareHost.open(made, false);
    folder = made;
    host = opened;
    if (!opened.await(() -> opened.isSettledOn("1.0.0"))) {
      throw new IllegalStateException("The agent is not live in " + opened);
    }
  }

  /** Ends it. */
  @TearDown
  public void close() throws IOException {
    if (host != null) {
      host.close();
    }
    if (folder != null) {
      Site.delete(folder);
    }
  }

  private BareHost opened() {
    if (host == null) {
      throw new IllegalStateException("Not open");
    }
    return host;
  }

  /** A claim on the table, the look-up of an agent, and giving it back. */
  @Benchmark
  public String direct() {
    try (var lease = opened().host().lease("c1")) {
      return lease.agent(BareHost.AGENT).map(Plugged::version).orElseThrow();
    }
  }

  /** The same, with a call on a thread of the plugin's own pool that does nothing. */
  @Benchmark
  public String pool() {
    try (var lease = opened().host().lease("c1")) {
      Plugged<Agent> agent = lease.agent(BareHost.AGENT).orElseThrow();
      return agent.call("bench", DEADLINE, _ -> "done");
    }
  }
}
