package dev.hotdesk.bench.crash;

import dev.hotdesk.bench.bare.BareHost;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One kill of a bare host on its way.
 *
 * @param scenario what it was at
 * @param place where it was to be killed
 * @param time which time it came by
 */
public record BareCrash(Scenario scenario, String place, int time) {

  private static final int KILLED = 137;
  private static final String LATER = "4.0.0";

  /** What came of it. */
  public enum Fate {
    /** It never came by that place so often. */
    NOT_PASSED,
    /** Afterwards the old or the new version served, and could be upgraded. */
    CONVERGED,
    /** Afterwards neither served, or nothing could be upgraded. */
    STUCK
  }

  /** Kills it there, and starts it again. */
  public Fate run() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("hotdesk-crash");
    try {
      scenario.prepare(folder);
      int code = child(folder);
      if (code != 0 && code != KILLED) {
        throw new IllegalStateException(this + " ended with " + code + ": " + log(folder));
      }
      return code == 0 ? Fate.NOT_PASSED : again(folder);
    } finally {
      Site.delete(folder);
    }
  }

  private int child(Path folder) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path", ""),
                    Scenario.class.getName(),
                    scenario.name(),
                    folder.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("HOTDESK_CRASH_AT", place + ":" + time);
    return builder.start().waitFor();
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private Fate again(Path folder) throws IOException, InterruptedException {
    try (var host = BareHost.open(folder, scenario.isCanary())) {
      if (!host.await(
          () -> host.isSettledOn(scenario.before) || host.isSettledOn(scenario.other))) {
        return Fate.STUCK;
      }
      Files.writeString(
          BareHost.jar(folder, LATER).resolveSibling("hello-" + LATER + ".jar.rollout"), "direct");
      BareHost.drop(folder, LATER);
      return host.await(() -> host.isSettledOn(LATER)) ? Fate.CONVERGED : Fate.STUCK;
    }
  }
}
