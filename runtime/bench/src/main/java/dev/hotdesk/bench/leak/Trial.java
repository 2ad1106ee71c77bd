package dev.hotdesk.bench.leak;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.drop.Patience;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.generation.HostSettings;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.retire.Proof;
import dev.hotdesk.retire.Remnant;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Understood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A plugin host in this process, as the server has it but for its quicker habits. */
public final class Trial implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEAK = Duration.ofSeconds(2);

  private final Path folder;
  private final Path plugins;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final PluginHost host;

  /** A generation of which it is settled what became of it. */
  private record News(String plugin, String version, Proof proof) {}

  /**
   * What became of a seed.
   *
   * @param seed what was planted
   * @param words what was said of it: first whether it was cleaned or leaked
   */
  public record Harvest(Seed seed, String words) {

    /** Whether the thing is named. */
    public boolean isNamed() {
      return words.contains(seed.named());
    }
  }

  /** Opens a host below this folder. */
  public Trial(Path folder) throws IOException {
    this.folder = folder;
    this.plugins = Files.createDirectories(folder.resolve("plugins"));
    var usual = HostSettings.DEFAULT;
    var settings =
        new HostSettings(
            usual.jar(),
            usual.pool(),
            Duration.ofMillis(100),
            new Patience(Duration.ofMillis(30), Duration.ofSeconds(1)),
            usual.start(),
            usual.drain(),
            LEAK,
            usual.retrain(),
            new HeapLook(true, folder.resolve("heap"), 1L << 30, Duration.ZERO));
    host =
        new PluginHost(
            plugins, folder.resolve("store"), Trial::model, settings, Capabilities.NONE, watch());
    host.start();
  }

  private PluginWatch watch() {
    return new PluginWatch() {
      @Override
      public void retired(String plugin, String version, int generation, Proof proof) {
        news.add(new News(plugin, version, proof));
      }
    };
  }

  /** Plants one plugin of each sort, takes it away again, and tells what was said of it. */
  public List<Harvest> seeded() throws IOException, InterruptedException {
    var harvest = new ArrayList<Harvest>();
    var host1 = Thread.ofPlatform().name("host-1").daemon().start(Trial::runWhatIsGiven);
    for (var seed : Seeds.ALL) {
      var jar = new SeedJar(seed);
      jar.drop(plugins, "1.0.0");
      await(seed.kind() + " to serve", () -> serves(seed.kind(), "1.0.0"));
      jar.remove(plugins);
      harvest.add(new Harvest(seed, words(settled(seed.kind()))));
    }
    host1.interrupt();
    System.getProperties().remove("seed.cache");
    return harvest;
  }

  /** Loads one version after another of a plugin that leaves nothing; gives what was said of it. */
  public List<String> clean(int reloads) throws IOException, InterruptedException {
    news.clear();
    var jar = new SeedJar(Seed.CLEAN);
    for (int i = 0; i <= reloads; i++) {
      var version = "1.0." + i;
      jar.drop(plugins, version);
      await(version + " to serve", () -> serves(Seed.CLEAN.kind(), version));
    }
    jar.remove(plugins);
    var alarms = new ArrayList<String>();
    for (int i = 0; i <= reloads; i++) {
      var each = settled(Seed.CLEAN.kind());
      if (each.proof instanceof Proof.Leaked || !each.proof.cleaned().isEmpty()) {
        alarms.add(each.version + " " + words(each));
      }
    }
    return alarms;
  }

  private News settled(String plugin) throws InterruptedException {
    for (var each = news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        each != null;
        each = news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      if (each.plugin.equals(plugin)) {
        return each;
      }
    }
    throw new IllegalStateException("Nobody told what became of " + plugin);
  }

  private static String words(News news) {
    return switch (news.proof) {
      case Proof.Collected(var cleaned) -> "cleaned: " + Remnant.words(cleaned);
      case Proof.Leaked(var cleaned, var culprits) ->
          "leaked: " + Remnant.words(culprits) + "; cleaned: " + Remnant.words(cleaned);
    };
  }

  private boolean serves(String plugin, String version) {
    try (var lease = host.lease()) {
      return lease.agent(plugin).filter(it -> it.version().equals(version)).isPresent();
    }
  }

  private void await(String what, BooleanSupplier isSo) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited in vain for " + what + ": " + host.drops());
      }
      Thread.sleep(10);
    }
  }

  /** A thread of the host that comes to run a plugin's code, and goes on. */
  private static void runWhatIsGiven() {
    try {
      while (true) {
        runOne();
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runOne() {
    if (System.getProperties().get("seed.run") instanceof Runnable run) {
      run.run();
      System.getProperties().remove("seed.run");
    }
  }

  /** Understands everything as a greeting. */
  private static IntentModel model(List<Knowledge> agents) {
    var candidates =
        agents.stream()
            .map(agent -> new Understood.Candidate(agent.plugin(), new Intent("hello"), 1))
            .toList();
    return new IntentModel() {
      @Override
      public Understood understand(String text, String asked, Catalogue catalogue) {
        return new Understood(Language.EN, candidates, true, false, Map.of());
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    host.close();
  }
}
