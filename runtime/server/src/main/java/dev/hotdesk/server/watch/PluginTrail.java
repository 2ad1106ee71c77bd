package dev.hotdesk.server.watch;

import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.retire.Proof;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.server.access.Audit;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures calls of plugins, and puts it on record when one comes, goes or is refused. */
public final class PluginTrail implements PluginWatch {

  private static final Logger LOG = LoggerFactory.getLogger(PluginTrail.class);
  private static final String NOBODY = "plugin folder";

  private final Meters meters;
  private final Fares fares;
  private final Audit audit;
  private final Executor executor;
  private final PluginLogs logs;

  /**
   * Writes the trail on threads of this executor.
   *
   * @param logs where the plugins' own lines are, among which are ours about them
   */
  public PluginTrail(Meters meters, Fares fares, Audit audit, Executor executor, PluginLogs logs) {
    this.meters = meters;
    this.fares = fares;
    this.audit = audit;
    this.executor = executor;
    this.logs = logs;
  }

  @Override
  public void called(
      String plugin,
      String version,
      String what,
      Duration time,
      Optional<PluginFaultException.Kind> fault) {
    fares.called(plugin, version, time);
    meters.time(
        "hotdesk.plugin.call",
        "Calls of plugins, well ended or not",
        time,
        "plugin",
        plugin,
        "version",
        version,
        "call",
        what);
    fault.ifPresent(
        kind -> {
          logs.add(plugin, version, 0, Level.WARNING, what + " failed: " + word(kind));
          meters.count(
              "hotdesk.plugin.faults",
              "Calls of plugins that failed",
              "plugin",
              plugin,
              "version",
              version,
              "call",
              what,
              "fault",
              word(kind));
        });
  }

  @Override
  public void entered(String plugin, String version, int generation, GenerationState state) {
    logs.add(
        plugin,
        version,
        generation,
        Level.INFO,
        "Generation #" + generation + " is " + state.word());
    var what = "plugin." + state.word().toLowerCase(Locale.ROOT);
    var on = plugin + "@" + version;
    switch (state) {
      case GenerationState.Live _,
          GenerationState.Canary _,
          GenerationState.Shadow _,
          GenerationState.Standby _,
          GenerationState.Retired _ ->
          record(what, on, "#" + generation);
      case GenerationState.RolledBack _, GenerationState.Quarantined _, GenerationState.Leaked _ ->
          record(what, on, "#" + generation + " " + state.note());
      case GenerationState.Staged _,
          GenerationState.Verified _,
          GenerationState.Loaded _,
          GenerationState.Probed _,
          GenerationState.Draining _,
          GenerationState.Collected _,
          GenerationState.Rejected _ -> {}
    }
  }

  @Override
  public void retired(String plugin, String version, int generation, Proof proof) {
    for (var remnant : proof.cleaned()) {
      meters.count(
          "hotdesk.plugin.cleaned",
          "Things that plugins left behind and that were cleaned, by kind",
          "plugin",
          plugin,
          "kind",
          remnant.kind().label());
    }
    switch (proof) {
      case Proof.Collected _ -> meters.forgetTimes("plugin", plugin, "version", version);
      case Proof.Leaked leaked ->
          leaked
              .culprits()
              .forEach(
                  culprit ->
                      meters.count(
                          "hotdesk.plugin.leaks",
                          "What kept retired plugins in memory, by kind",
                          "plugin",
                          plugin,
                          "kind",
                          culprit.kind().label()));
    }
  }

  @Override
  public void refused(String file, String reason) {
    meters.count("hotdesk.plugin.refused", "Dropped files that were refused");
    record("plugin.refused", file, reason);
  }

  @Override
  public void switched(int plugins, Duration time, Duration swap) {
    meters.time("hotdesk.plugin.switch", "Making a new routing table", time);
    meters.time("hotdesk.plugin.swap", "Putting it in the place of the one before", swap);
  }

  private static String word(PluginFaultException.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void record(String what, String on, String detail) {
    executor.execute(
        () -> {
          try {
            audit.add(NOBODY, what, on, detail);
          } catch (RuntimeException e) {
            LOG.warn("{} of {} is not in the audit trail", what, on, e);
          }
        });
  }
}
