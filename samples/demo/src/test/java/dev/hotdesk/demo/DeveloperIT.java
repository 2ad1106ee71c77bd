package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody copies the sample plugin away from this source tree, builds it and drops it. */
@ExtendWith(OpenHouse.class)
class DeveloperIT {

  private static final Duration BUILD = Duration.ofMinutes(4);
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Set<String> NOT_SOURCE =
      Set.of("target", ".git", "node_modules", ".data", "shared");

  private final Site site;

  @TempDir Path folder;

  DeveloperIT(Site site) {
    this.site = site;
  }

  @Test
  void a_copy_of_the_sample_plugin_builds_by_itself_and_serves()
      throws IOException, InterruptedException {
    var repository = linked(localRepository(), folder.resolve("repository"));
    // In a copy of the source tree: this build's own jars are in use.
    var source = copied(Site.root(), folder.resolve("hotdesk"));
    maven(source, repository, "-DskipTests", "-pl", "samples/archetypes/agent", "-am", "install");
    var copy = copied(source.resolve("samples/hello-plugin"), folder.resolve("my-plugin"));
    maven(copy, repository, "package");

    var drop = new Drop(jar(copy.resolve("target")), site.pluginFolder(), "1.0.0");
    drop.copy();
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      drop.awaitLive(SOON);

      assertThat(customer.ask("When do you open?", SOON))
          .hasValueSatisfying(it -> assertThat(it.text()).containsPattern("\\d"));
    } finally {
      drop.remove();
      drop.awaitState("REMOVED", SOON);
    }
  }

  private static void maven(Path project, Path repository, String... goals)
      throws IOException, InterruptedException {
    var home = System.getProperty("maven.home");
    var words = new ArrayList<String>();
    words.add(home == null ? "mvn" : home + "/bin/mvn");
    words.addAll(List.of("-q", "-B", "-Dmaven.repo.local=" + repository));
    words.addAll(List.of(goals));
    Command.run(project, BUILD, words);
  }

  private static Path localRepository() {
    return Path.of(
        System.getProperty(
            "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
  }

  /** A second local repository that costs nothing: what is installed there is not in the first. */
  private static Path linked(Path from, Path to) throws IOException {
    return visit(
        from,
        to,
        (source, target) -> {
          try {
            Files.createLink(target, source);
          } catch (IOException | UnsupportedOperationException e) {
            Files.copy(source, target);
          }
        });
  }

  private static Path copied(Path from, Path to) throws IOException {
    return visit(from, to, Files::copy);
  }

  /** Brings one file over. */
  private interface Bring {
    void bring(Path source, Path target) throws IOException;
  }

  private static Path visit(Path from, Path to, Bring bring) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            var name = from.relativize(directory).toString();
            if (NOT_SOURCE.contains(directory.getFileName().toString())
                || name.equals("dev/hotdesk")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(name));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            bring.bring(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }

  private static Path jar(Path target) throws IOException {
    try (var files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No jar in " + target));
    }
  }
}
