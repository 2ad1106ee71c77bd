package dev.hotdesk.bench.bare;

import dev.hotdesk.api.Language;
import dev.hotdesk.bench.badjars.Guest;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.generation.HostSettings;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.generation.RolloutSettings;
import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.rollout.ErrorBudget;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A host with one small agent, {@value #AGENT}, in a folder where everything outlives it. */
public final class BareHost implements AutoCloseable {

  /** The agent's plugin. */
  public static final String AGENT = "hello";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 5;

  private final Path folder;
  private final PluginHost host;

  private BareHost(Path folder, PluginHost host) {
    this.folder = folder;
    this.host = host;
  }

  /** Starts one; new versions go through a canary of a fifth of a second if asked to. */
  public static BareHost open(Path folder, boolean isCanary) throws IOException {
    var drops = Files.createDirectories(folder.resolve("plugins"));
    var moment = Duration.ofMillis(200);
    var canary = new RolloutPlan(Duration.ZERO, List.of(50), moment, moment, ErrorBudget.DEFAULT);
    var host =
        new PluginHost(
            drops,
            folder.resolve("store"),
            new NoUnderstanding(),
            HostSettings.DEFAULT,
            Capabilities.NONE,
            PluginWatch.NONE,
            Trust.anyUnsigned(),
            new RolloutSettings(
                isCanary ? canary : RolloutPlan.DIRECT,
                canary,
                new FileWishes(folder.resolve("wishes.json"))));
    host.start();
    return new BareHost(folder, host);
  }

  /** Puts this version of the agent into the folder, complete when it appears. */
  public static void drop(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("plugins"));
    var agent = Guest.sound(AGENT).manifest("Plugin-Version", version);
    PluginDraft.put(agent.bytes(), jar(folder, version));
  }

  /** Where this version lies. */
  public static Path jar(Path folder, String version) {
    return folder.resolve("plugins").resolve(AGENT + "-" + version + ".jar");
  }

  /** The host itself. */
  public PluginHost host() {
    return host;
  }

  /** Which version answers, or an empty text. */
  public String version() {
    try (var lease = host.lease()) {
      return lease
          .agent(AGENT)
          .filter(agent -> agent.texts(Language.EN).containsKey("greeting"))
          .map(Plugged::version)
          .orElse("");
    }
  }

  /** Waits until something is the case; gives whether it came to be. */
  public boolean await(BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
  }

  /** Whether this version serves everybody and nothing else is under way. */
  public boolean isSettledOn(String version) {
    return host.isConverged() && version().equals(version) && host.rollouts().rollout().isEmpty();
  }

  /** What lies in the folder, for whoever wonders. */
  @Override
  public String toString() {
    return folder + ": " + host.drops();
  }

  @Override
  public void close() {
    host.close();
  }
}
