package dev.hotdesk.drop;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.generation.Jars;
import dev.hotdesk.verify.JarLimits;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {

  private static final JarLimits LIMITS = new JarLimits(1 << 20, 1000, 8 << 20);
  private static final Patience QUICK = new Patience(Duration.ofMillis(20), Duration.ofMillis(100));

  @TempDir Path root;
  private Path folder;
  private DropFolder drops;

  @BeforeEach
  void build() throws IOException {
    folder = root.resolve("plugins");
    drops = watching(Trust.anyUnsigned(), Duration.ofSeconds(1));
  }

  private DropFolder watching(Trust trust, Duration longest) throws IOException {
    return new DropFolder(
        folder,
        new JarStore(root.resolve("store")),
        new JarVerifier(LIMITS, trust),
        QUICK,
        longest);
  }

  private List<Drop> scan() {
    try {
      return drops.scan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Drop> settled() {
    var found = new ArrayList<Drop>();
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              found.clear();
              found.addAll(scan());
              return drops.isSettled();
            });
    return List.copyOf(found);
  }

  private static byte[] sound(String version) {
    return Jars.agent("hello", version).bytes();
  }

  @Test
  void only_whole_files_that_are_called_jars_count() throws IOException {
    Files.createDirectories(folder.resolve("folder.jar"));
    for (var name : List.of("a.jar.part", "a.jar.tmp", ".a.jar", "a.txt", "a.JAR.crdownload")) {
      Files.write(folder.resolve(name), sound("1.0.0"));
    }
    Jars.put(sound("1.0.0"), folder.resolve("a.jar"));

    assertThat(settled()).extracting(Drop::file).containsExactly("a.jar");
  }

  @Test
  void a_refused_file_is_not_looked_at_again_until_it_changes() throws IOException {
    Files.writeString(folder.resolve("a.jar"), "rubbish");
    var first = settled();
    assertThat(first.getFirst()).isInstanceOf(Drop.Refused.class);
    assertThat(scan().getFirst()).isSameAs(first.getFirst());

    Files.write(folder.resolve("a.jar"), sound("1.0.0"));
    assertThat(settled().getFirst()).isInstanceOf(Drop.Ready.class);
  }

  @Test
  void rewriting_a_file_in_place_is_noticed_though_its_size_and_time_stay_the_same()
      throws IOException {
    var file = folder.resolve("a.jar");
    Files.writeString(file, "one");
    var then = Files.getLastModifiedTime(file);
    var before = (Drop.Refused) settled().getFirst();

    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, then);
    await()
        .untilAsserted(
            () ->
                assertThat(settled())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        Drop.Refused.class,
                        now -> assertThat(now.sha256()).isNotEqualTo(before.sha256())));
  }

  @Test
  void a_jar_renamed_over_another_is_noticed() throws IOException {
    var file = folder.resolve("a.jar");
    Files.write(file, sound("1.0.0"));
    settled();
    var other = folder.resolve("b.part");
    Files.write(other, sound("1.0.1"));
    Files.setLastModifiedTime(other, FileTime.fromMillis(0));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

    assertThat(((Drop.Ready) settled().getFirst()).jar().version()).isEqualTo("1.0.1");
  }

  @Test
  void what_runs_is_a_copy_that_nobody_can_reach_through_the_drop() throws IOException {
    var bytes = sound("1.0.0");
    Files.write(folder.resolve("a.jar"), bytes);
    var jar = ((Drop.Ready) settled().getFirst()).jar();
    Files.writeString(folder.resolve("a.jar"), "rubbish");

    assertThat(jar.path()).hasBinaryContent(bytes);
    assertThat(jar.path().getFileName()).hasToString(jar.sha256() + ".jar");
  }

  @Test
  void many_drops_at_once_are_taken_in_several_scans() throws IOException {
    drops = watching(Trust.anyUnsigned(), Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      Files.writeString(folder.resolve(i + ".jar"), "rubbish");
      Files.writeString(folder.resolve(i + ".jar.sha256"), "1234");
    }
    var all = scan();
    assertThat(all).filteredOn(Drop.Copying.class::isInstance).hasSizeGreaterThanOrEqualTo(9);

    assertThat(settled()).hasSize(10).allMatch(Drop.Refused.class::isInstance);
  }

  @Test
  void a_file_that_changed_during_a_long_scan_is_as_young_as_it_is() throws IOException {
    var patience = new Patience(Duration.ofMillis(20), Duration.ofSeconds(3));
    var verifier = new JarVerifier(LIMITS, busyWith(this::goOnCopying));
    drops = new DropFolder(folder, new JarStore(root.resolve("store")), verifier, patience);
    goOnCopying();
    drops.scan();
    Files.write(folder.resolve("whole.jar"), sound("1.0.0"));
    await().until(() -> scan().stream().anyMatch(Drop.Ready.class::isInstance));

    assertThat(scan()).noneMatch(Drop.Refused.class::isInstance);
  }

  private void goOnCopying() {
    for (int i = 0; i < 10; i++) {
      try {
        Files.writeString(folder.resolve(i + ".jar"), "half", CREATE, APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes long to say whom it trusts. */
  private static Trust busyWith(Runnable something) {
    return new Asked(
        () -> {
          await().pollDelay(Duration.ofMillis(3200)).until(() -> true);
          something.run();
          return true;
        });
  }

  @Test
  void a_trust_that_changed_makes_every_file_be_looked_at_anew() throws IOException {
    var isStrict = new boolean[1];
    drops = watching(new Asked(() -> !isStrict[0]), Duration.ofSeconds(1));
    Files.write(folder.resolve("a.jar"), sound("1.0.0"));
    assertThat(settled().getFirst()).isInstanceOf(Drop.Ready.class);

    isStrict[0] = true;
    assertThat(settled().getFirst()).isInstanceOf(Drop.Ready.class);
    drops.reconsider(Set.of());
    await().untilAsserted(() -> assertThat(scan().getFirst()).isInstanceOf(Drop.Refused.class));
  }

  /** Trusts nobody, but may let unsigned jars run. */
  private record Asked(BooleanSupplier unsigned) implements Trust {

    @Override
    public Set<String> trustedSigners() {
      return Set.of();
    }

    @Override
    public Set<String> revokedSigners() {
      return Set.of();
    }

    @Override
    public Set<String> revokedJars() {
      return Set.of();
    }

    @Override
    public boolean isUnsignedAllowed() {
      return unsigned.getAsBoolean();
    }
  }
}
