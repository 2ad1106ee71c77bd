package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.retire.Remnant;
import dev.hotdesk.retire.Remnant.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that does not clean up behind itself; what it does is in the constructor. */
abstract class LeftBehind {

  private static final long BIGGEST_HEAP = 2L << 30;

  /** Waits where neither an interruption nor a check reaches it, until it is not to stay. */
  static final String STUBBORN =
      """
      public Hello() {
        Thread.ofPlatform().daemon().name("reaper-1").start(() -> {
          ((java.util.concurrent.CompletableFuture<?>) System.getProperties().get("stay")).join();
        });
      }
      """;

  @TempDir Path root;
  final Proofs proofs = new Proofs();
  @Nullable House house;

  /** On a crowded machine a look at the heap takes its time. */
  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofMinutes(2));
  }

  @AfterEach
  void forget() {
    System.getProperties().remove("seed");
    if (System.getProperties().remove("stay") instanceof CompletableFuture<?> stay) {
      stay.cancel(false);
    }
  }

  /** A thread of the runtime that runs what the plugin gives it, and goes on. */
  static Thread hostThread(String name, CountDownLatch stop) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                patiently().until(() -> System.getProperties().get("seed") instanceof Runnable);
                runSeed();
                stop.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** In a method of its own: a local variable would hold the plugin. */
  private static void runSeed() {
    if (System.getProperties().remove("seed") instanceof Runnable seed) {
      seed.run();
    }
  }

  /** Of a plugin that goes; on a busy machine it may be long until it is collected. */
  void retire(String members) {
    retire(members, looking().withDrainAndLeak(House.QUICK.drain(), Duration.ofMinutes(1)));
  }

  /** Of a plugin that stays, which is soon complained about. */
  void retireLeaking(String members) {
    retire(members, looking());
  }

  private HostSettings looking() {
    return House.QUICK.withHeapLook(
        new HeapLook(true, root.resolve("heap"), BIGGEST_HEAP, Duration.ZERO));
  }

  void retire(String members, HostSettings settings) {
    var house = new House(root, settings, proofs).opened();
    this.house = house;
    Jars.agent("hello", "1.0.0").compiled(Jars.agentSaying(members)).into(house.drops, "hello.jar");
    house.reason("hello.jar", State.LIVE);
    try {
      Files.delete(house.drops.resolve("hello.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    var running = house;
    if (running != null) {
      running.close();
    }
  }

  /** It was cleaned and named, nothing else was, and the plugin is gone. */
  void assertCleaned(Kind kind, String words) {
    awaitCollected();
    assertThat(proofs.cleaned().toList())
        .singleElement()
        .satisfies(
            remnant -> {
              assertThat(remnant.kind()).isEqualTo(kind);
              assertThat(remnant.what()).contains(words);
            });
    assertThat(proofs.culprits()).isEmpty();
  }

  /** The host itself asks for a collection now and then only. */
  void awaitCollected() {
    patiently()
        .until(
            () -> {
              System.gc();
              return proofs.areCollected();
            });
  }

  /** It is named as what keeps the plugin in memory, here and in the status. */
  void assertLeaked(Kind kind, String... words) {
    var culprit = patiently().until(() -> proofs.culprits().findFirst(), Optional::isPresent).get();
    assertThat(culprit.kind()).isEqualTo(kind);
    assertThat(culprit.what()).contains(words);
    assertThat(Objects.requireNonNull(house).host.plugins())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.state()).isInstanceOf(GenerationState.Leaked.class);
              assertThat(status.note()).contains(culprit.what());
            });
  }

  static String words(List<Remnant> remnants) {
    return Remnant.words(remnants);
  }
}
