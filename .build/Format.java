import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Checks or applies google-java-format over the whole tree in one JVM.
 *
 * <p>A file that has not changed since the last clean check is not looked at again.
 */
final class Format {

  private static final Set<String> SKIPPED =
      Set.of("target", "node_modules", ".git", ".data", "archetype-resources");

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    Path stamp = root.resolve("target/format/clean");
    FileTime lookedAt = FileTime.fromMillis(System.currentTimeMillis());
    var unformatted = new ConcurrentLinkedQueue<Path>();
    sources(root, stamp).parallelStream().forEach(file -> visit(file, apply, unformatted));
    if (unformatted.isEmpty() || apply) {
      Files.createDirectories(stamp.getParent());
      Files.writeString(stamp, "");
      Files.setLastModifiedTime(stamp, lookedAt);
      unformatted.forEach(file -> System.out.println("formatted " + root.relativize(file)));
      return;
    }
    unformatted.stream().sorted().forEach(file -> System.err.println(root.relativize(file)));
    System.err.println("Not formatted; run: mvn -N -Pformat process-sources");
    System.exit(1);
  }

  private static void visit(Path file, boolean apply, ConcurrentLinkedQueue<Path> unformatted) {
    try {
      String before = Files.readString(file);
      String after = new Formatter().formatSourceAndFixImports(before);
      if (!after.equals(before)) {
        unformatted.add(file);
        if (apply) {
          Files.writeString(file, after);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("Cannot format " + file, e);
    }
  }

  private static List<Path> sources(Path root, Path stamp) throws IOException {
    FileTime clean =
        Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(dir.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")
                && attributes.lastModifiedTime().compareTo(clean) >= 0) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private Format() {}
}
