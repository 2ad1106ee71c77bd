package dev.hotdesk.generation;

import dev.hotdesk.drop.DropFolder;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.drop.JarStore;
import dev.hotdesk.drop.StatusNotes;
import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the plugins that lie in a folder, and follows every change of the folder without any
 * customer noticing.
 *
 * <p>Copy a jar in and it serves the next turn; copy a higher version beside it and turns move over
 * as they begin; delete it and the version before it serves again, or nothing. A jar that cannot be
 * used is refused with a reason, and what served goes on serving. What became of each file is
 * written beside it.
 *
 * <p>All methods may be called from any thread. {@link #start} returns at once; {@link
 * #isConverged} tells when the jars that lay in the folder are served.
 */
public final class PluginHost implements Plugins, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

  private final HostSettings settings;
  private final StatusNotes notes;
  private final ControlThread control = new ControlThread();
  private final List<Generation> known = new CopyOnWriteArrayList<>();
  private final Graveyard graveyard;
  private final Drain drain;
  private final Switchboard switchboard;
  private final Versions versions;
  private final Rounds rounds;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  /**
   * Makes the folders if need be; loads nothing yet.
   *
   * @param dropFolder where people put jars
   * @param storeFolder where the runtime keeps its own copies; nobody else's business
   * @param trainer makes a language model of what the plugins know
   * @param capabilities makes what plugins are lent
   * @param trust whose plugins may run
   * @param rollouts how new versions come to serve
   * @throws UncheckedIOException if a folder cannot be used
   */
  public PluginHost(
      Path dropFolder,
      Path storeFolder,
      IntentTrainer trainer,
      HostSettings settings,
      Capabilities capabilities,
      PluginWatch watch,
      Trust trust,
      RolloutSettings rollouts) {
    this.settings = settings;
    var verifier = new JarVerifier(settings.jar(), trust);
    JarStore store;
    DropFolder drops;
    try {
      store = new JarStore(storeFolder);
      drops = new DropFolder(dropFolder, store, verifier, settings.patience());
    } catch (IOException e) {
      throw new UncheckedIOException("The plugin folders cannot be used: " + e, e);
    }
    this.notes = new StatusNotes(dropFolder);
    this.graveyard = new Graveyard(settings, control, watch, known::remove);
    this.drain = new Drain(settings.drain(), control, graveyard);
    var chronicle = new Chronicle(rollouts.desired(), watch, Clock.systemUTC(), this::alarm);
    this.switchboard = new Switchboard(drain, new Standby(graveyard), chronicle);
    this.versions =
        new Versions(
            dropFolder,
            drops,
            rollouts,
            control,
            switchboard,
            graveyard,
            new Incubator(settings, capabilities, graveyard, chronicle, this::quarantine),
            trainer,
            settings,
            known,
            chronicle,
            new Revoked(verifier),
            this::look);
    this.rounds =
        new Rounds(
            dropFolder, settings, control, drops, store, notes, versions, this::tidyUp, watch);
  }

  /** A host that runs unsigned plugins. */
  public PluginHost(
      Path dropFolder,
      Path storeFolder,
      IntentTrainer trainer,
      HostSettings settings,
      Capabilities capabilities,
      PluginWatch watch) {
    this(
        dropFolder,
        storeFolder,
        trainer,
        settings,
        capabilities,
        watch,
        Trust.anyUnsigned(),
        RolloutSettings.direct());
  }

  /** Begins to serve what lies in the folder. Once. */
  public void start() {
    rounds.begin();
  }

  @Override
  public Lease lease() {
    return switchboard.lease();
  }

  @Override
  public Lease lease(String conversation) {
    return switchboard.lease(conversation);
  }

  @Override
  public void compared(boolean isSame) {
    versions.compared(isSame);
  }

  /** Whether the jars that lay in the folder at the start are served, or refused. */
  public boolean isConverged() {
    return rounds.isConverged();
  }

  /**
   * It was changed whom the shop trusts: verifies all jars anew. What serves everybody goes on;
   * what stands by, is tried or lies in the folder does not, if it would be refused now. Returns
   * once that is known.
   */
  public void trustChanged() {
    versions.trustChanged();
  }

  /** Where admins see and decide how new versions come to serve. */
  public RolloutDesk rollouts() {
    return versions.desk();
  }

  /** Makes a new generation of a plugin's jar, as its settings changed. Returns at once. */
  public void renew(String plugin) {
    versions.renew(plugin);
  }

  /** Something was learned that the models do not know: they are trained anew. Returns at once. */
  public void learned() {
    rounds.look();
  }

  /** What the agents know that serve everybody at this moment. */
  public List<Knowledge> knowledge() {
    return Training.knowledge(switchboard.table().stable().generations());
  }

  private void quarantine(Generation generation, String reason) {
    versions.quarantine(generation, reason);
  }

  private void look() {
    rounds.look();
  }

  private void tidyUp() {
    graveyard.visit();
    drain.complain();
  }

  private void alarm() {
    versions.alarm();
  }

  /** All generations of which something is left, live ones and retiring ones. */
  public List<PluginStatus> plugins() {
    return known.stream().map(Generation::status).toList();
  }

  /** What became of each file in the folder, refused ones included, by name. */
  public List<DropStatus> drops() {
    return notes.latest();
  }

  /**
   * How many claims on plugins are held.
   *
   * @param held all of them
   * @param overdue those on plugins that were replaced long ago
   */
  public record Leases(int held, int overdue) {}

  /** The claims of this moment. */
  public Leases leases() {
    return new Leases(switchboard.table().leases() + drain.leases(), drain.overdue());
  }

  /** How many class loaders of retired generations are still in memory. */
  public int loadersAlive() {
    return graveyard.loadersAlive();
  }

  /** Lets the turns under way end, up to the drain timeout, and unloads everything. */
  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    rounds.end();
    try {
      control.ask(Executors.callable(switchboard::shut));
      await(drain::isDry, settings.drain());
      control.ask(Executors.callable(drain::abandon));
      await(graveyard::isQuiet, settings.drain());
      control.ask(Executors.callable(versions::write));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("The plugins did not all close", e.getCause());
    } finally {
      control.stop();
    }
  }

  private void await(Callable<Boolean> end, Duration patience)
      throws ExecutionException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (!control.ask(end) && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
