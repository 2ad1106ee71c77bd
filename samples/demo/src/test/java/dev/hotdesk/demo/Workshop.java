package dev.hotdesk.demo;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Where a plugin's author works, apart from this build: a copy of the source tree, a home, and a
 * local Maven repository into which the author may install. Lent to all test classes.
 *
 * @param folder that all of it lies in
 */
record Workshop(Path folder) implements AutoCloseable {

  private static final Set<String> NOT_SOURCE =
      Set.of("target", ".git", "node_modules", ".data", "shared");

  /** Lends one to all test classes, and clears it away after the last. */
  static final class Lent extends TypeBasedParameterResolver<Workshop> {
    @Override
    public Workshop resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Workshop.class))
          .computeIfAbsent(Workshop.class, _ -> opened(), Workshop.class);
    }
  }

  private static Workshop opened() {
    try {
      var workshop = new Workshop(Files.createTempDirectory("workshop-"));
      Files.createDirectories(workshop.home());
      // This build's own jars are in use.
      copied(Site.root(), workshop.source());
      linked(localRepository(), workshop.repository());
      return workshop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The copy of the source tree. */
  Path source() {
    return folder.resolve("hotdesk");
  }

  /** Where the author's own projects lie. */
  Path home() {
    return folder.resolve("home");
  }

  /** The author's local Maven repository. */
  Path repository() {
    return folder.resolve("repository");
  }

  /** Where the command {@code mvn} is, if this build was not started by the one on the path. */
  static String maven() {
    var home = System.getProperty("maven.home");
    return home == null ? "" : home + "/bin";
  }

  private static Path localRepository() {
    return Path.of(
        System.getProperty(
            "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
  }

  /** A second local repository that costs nothing: what is installed there is not in the first. */
  private static void linked(Path from, Path to) throws IOException {
    visit(
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

  /** Copies a folder, but nothing that was built in it. */
  static Path copied(Path from, Path to) throws IOException {
    visit(from, to, Files::copy);
    return to;
  }

  /** Brings one file over. */
  private interface Bring {
    void bring(Path source, Path target) throws IOException;
  }

  private static void visit(Path from, Path to, Bring bring) throws IOException {
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
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
