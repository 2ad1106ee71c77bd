package dev.hotdesk.generation;

import dev.hotdesk.execution.PluginThread;
import dev.hotdesk.retire.Autopsy;
import dev.hotdesk.retire.Departed;
import dev.hotdesk.retire.Findings;
import dev.hotdesk.retire.Proof;
import dev.hotdesk.retire.Remnant;
import dev.hotdesk.retire.Retirement;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans up behind generations that retire, watches until the last of them is gone from memory, and
 * has it found out what holds on to those that stay. Control thread only, unless it says otherwise.
 */
final class Graveyard {

  private static final Logger LOG = LoggerFactory.getLogger(Graveyard.class);

  private final Duration leak;
  private final Executor control;
  private final PluginWatch watch;
  private final Consumer<Generation> whenCollected;
  private final Retirement retirement;
  private final Autopsy autopsy;
  private final Undertaker undertaker = new Undertaker();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final List<Grave> graves = new ArrayList<>();
  private volatile int alive;
  private long collected = System.nanoTime();

  /** The executor runs on the control thread. */
  Graveyard(
      HostSettings settings,
      Executor control,
      PluginWatch watch,
      Consumer<Generation> whenCollected) {
    this.leak = settings.leak();
    this.control = control;
    this.watch = watch;
    this.whenCollected = whenCollected;
    this.retirement = new Retirement(settings.start());
    this.autopsy = new Autopsy(retirement, settings.heapLook());
  }

  /**
   * Closes a generation that nobody needs any more, and then begins to watch its class loader. It
   * may hang while it stops, so it is not waited for. Any thread.
   */
  void retire(Generation generation, Body body) {
    var departed =
        new Departed(
            name(generation), body.loader(), prefix(generation), () -> body.pool().shutDown());
    undertaker.close(
        () -> body.close(departed, retirement),
        findings -> control.execute(() -> closed(generation, departed.plugin(), body, findings)));
  }

  private void closed(Generation generation, String plugin, Body body, Findings findings) {
    var mask = body.loan().mask();
    findings.faults().forEach(fault -> LOG.warn("Retiring {}: {}", plugin, mask.apply(fault)));
    var cleaned = mask.apply(Remnant.words(ownFaults(findings.cleaned())));
    if (!cleaned.isEmpty()) {
      LOG.warn("Plugin {} left behind, and it was cleaned: {}", plugin, cleaned);
    }
    if (!generation.state().isCondemned()) {
      generation.enter(
          new GenerationState.Retired(
              cleaned.isEmpty() ? "" : "left behind and cleaned: " + cleaned));
    }
    bury(generation, body.loader(), findings.cleaned());
  }

  /** Begins to watch a class loader that is closed, and was never used. Any thread. */
  void buryUnused(Generation generation, ClassLoader loader) {
    control.execute(() -> bury(generation, loader, List.of()));
  }

  /** Whether all that retire are closed. Any thread. */
  boolean isQuiet() {
    return undertaker.isIdle();
  }

  private void bury(Generation generation, ClassLoader loader, List<Remnant> cleaned) {
    graves.add(new Grave(generation, loader, cleaned, gone));
    alive = graves.size();
  }

  /** Takes back one claim on a generation, which is retired if that was the last. */
  void release(Generation generation) {
    if (generation.release()) {
      generation.retire(this);
    }
  }

  private static List<Remnant> ownFaults(List<Remnant> cleaned) {
    return cleaned.stream().filter(it -> it.kind() != Remnant.Kind.ENTRUSTED).toList();
  }

  /** How many class loaders of retired generations are still in memory. Any thread. */
  int loadersAlive() {
    return alive;
  }

  /** Looks which are gone, and which should be. */
  void visit() {
    for (var reference = gone.poll(); reference != null; reference = gone.poll()) {
      if (reference instanceof Grave grave && graves.remove(grave)) {
        grave.generation().enter(new GenerationState.Collected());
        tell(grave, new Proof.Collected(grave.takeCleaned()));
        whenCollected.accept(grave.generation());
      }
    }
    alive = graves.size();
    long now = System.nanoTime();
    if (graves.stream().anyMatch(grave -> isDue(grave, now))) {
      // Without pressure nobody collects class loaders for hours. Often is no help: it costs all
      // who chat, and one collection serves all graves.
      collected = now;
      background("plugin-collection", System::gc);
    }
    for (var grave : graves) {
      if (grave.age(now) >= leak.toNanos()
          && collected - (now - grave.age(now)) >= leak.toNanos() / 2
          && grave.beginExamination()) {
        examine(grave);
      }
    }
  }

  /** Whether it has waited for half its time and nobody has collected since. */
  private boolean isDue(Grave grave, long now) {
    long half = leak.toNanos() / 2;
    return grave.age(now) >= half && now - collected >= half && grave.age(now) < 2 * leak.toNanos();
  }

  private void examine(Grave grave) {
    var generation = grave.generation();
    background(
        "plugin-autopsy",
        () -> {
          var findings = autopsy.of(name(generation), prefix(generation), grave.tag());
          control.execute(() -> conclude(grave, findings));
        });
  }

  private static void background(String name, Runnable work) {
    Thread.ofPlatform().name(name).daemon().inheritInheritableThreadLocals(false).start(work);
  }

  private void conclude(Grave grave, Findings findings) {
    if (!graves.contains(grave) || grave.tag().refersTo(null)) {
      return;
    }
    var culprits = findings.held();
    if (culprits.isEmpty()) {
      return;
    }
    grave
        .generation()
        .enter(new GenerationState.Leaked("still in memory, held by: " + Remnant.words(culprits)));
    var cleaned = new ArrayList<>(grave.takeCleaned());
    cleaned.addAll(findings.cleaned());
    tell(grave, new Proof.Leaked(cleaned, culprits));
  }

  private void tell(Grave grave, Proof proof) {
    var generation = grave.generation();
    watch.retired(generation.jar().id(), generation.jar().version(), generation.number(), proof);
  }

  private static String name(Generation generation) {
    return generation.jar().id() + " " + generation.jar().version();
  }

  private static String prefix(Generation generation) {
    return PluginThread.prefix(generation.jar().id(), generation.jar().version());
  }
}
