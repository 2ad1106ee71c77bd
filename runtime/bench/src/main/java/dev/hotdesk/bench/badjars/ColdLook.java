package dev.hotdesk.bench.badjars;

import dev.hotdesk.verify.Check;
import dev.hotdesk.verify.JarLimits;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.Trust;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How long all checks of one jar take in a process that has not looked at any before. */
public final class ColdLook {

  /** None of these may be packed into a plugin, or all of it is ours. */
  private static final List<String> NOT_PACKED = List.of("hotdesk", "pf4j", "slf4j", "jspecify");

  private ColdLook() {}

  /** An agent that brings its own database and libraries, in about so many bytes. */
  public static Path jar(long bytes, Path folder) throws IOException {
    var draft = Guest.with("large", "Object database() { return new org.h2.Driver(); }");
    long packed = 0;
    for (var library : libraries()) {
      try (var zip = new JarFile(library)) {
        for (var entry : zip.stream().filter(ColdLook::isPlainClass).toList()) {
          packed += entry.getCompressedSize();
          if (packed > bytes) {
            return draft.into(folder, "large.jar");
          }
          draft.entry(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    throw new IllegalStateException(
        "The libraries of the benches have %,d bytes; wanted %,d".formatted(packed, bytes));
  }

  /** The jars on the class path, H2 first: the agent leads to it. */
  private static List<String> libraries() {
    return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(it -> it.endsWith(".jar"))
        .filter(it -> NOT_PACKED.stream().noneMatch(new File(it).getName()::contains))
        .sorted((one, other) -> Boolean.compare(isDatabase(other), isDatabase(one)))
        .toList();
  }

  private static boolean isDatabase(String library) {
    return new File(library).getName().startsWith("h2-");
  }

  private static boolean isPlainClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  /** Looks at it in a process of its own; gives milliseconds. */
  public static double millis(Path jar) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path", ""),
                ColdLook.class.getName(),
                jar.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int result = process.waitFor();
    if (result != 0) {
      throw new IOException("Looking at %s ended with %d: %s".formatted(jar, result, said));
    }
    return Double.parseDouble(said);
  }

  /** Looks at the jar that is its argument and prints how many milliseconds it took. */
  public static void main(String[] arguments) {
    var jar = Path.of(arguments[0]);
    long began = System.nanoTime();
    var checks =
        new JarVerifier(JarLimits.DEFAULT, Trust.anyUnsigned())
            .examine("large.jar", jar, "0".repeat(64))
            .checks();
    long took = System.nanoTime() - began;
    if (checks.stream().map(Check::name).noneMatch("forbidden"::equals)) {
      throw new IllegalStateException("Not all checks were made: " + checks);
    }
    System.out.println(took / 1e6);
  }
}
