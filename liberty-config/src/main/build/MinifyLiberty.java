import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes a Liberty that holds only what the features in our configuration need.
 *
 * <p>Liberty does the picking itself ({@code server package --include=minify}). The result is kept
 * until Liberty's version or the features change.
 */
final class MinifyLiberty {

  /** Arguments: Liberty's full zip, the server configuration, a work folder, the result. */
  public static void main(String[] args) throws Exception {
    Path zip = Path.of(args[0]);
    Path configuration = Path.of(args[1]);
    Path work = Path.of(args[2]);
    Path result = Path.of(args[3]);

    // The number stands for what is done below: raise it when that changes.
    String key =
        "2 " + zip.getFileName() + " " + sha256(configuration.resolve("config/features.xml"));
    Path made = work.resolve("made-from.txt");
    if (Files.isDirectory(result) && Files.exists(made) && Files.readString(made).equals(key)) {
      return;
    }
    delete(work);
    delete(result);

    Path full = work.resolve("full");
    unzip(zip, full, "wlp/");
    Path server = full.resolve("wlp/usr/servers/minify");
    Files.createDirectories(server.resolve("config"));
    Files.copy(configuration.resolve("config/features.xml"), server.resolve("config/features.xml"));
    Files.writeString(
        server.resolve("server.xml"),
        "<server><include location=\"${server.config.dir}/config/features.xml\"/></server>");

    Path minified = work.resolve("minified.zip");
    run(
        full.resolve("wlp"),
        List.of("package", "minify", "--include=minify", "--archive=" + minified));
    unzip(minified, work.resolve("small"), "wlp/");
    delete(work.resolve("small/wlp/usr"));
    // Who passes Liberty on passes its licence on.
    for (String text : List.of("LICENSE", "NOTICES")) {
      Files.copy(full.resolve("wlp").resolve(text), work.resolve("small/wlp").resolve(text));
    }
    Files.createDirectories(result.getParent());
    Files.move(work.resolve("small/wlp"), result);
    delete(full);
    delete(work.resolve("small"));
    Files.delete(minified);
    Files.writeString(made, key);
  }

  private static void run(Path wlp, List<String> arguments) throws Exception {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    var command =
        new java.util.ArrayList<>(
            windows
                ? List.of(wlp.resolve("bin/server.bat").toString())
                : List.of("/bin/sh", wlp.resolve("bin/server").toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("WLP_USER_DIR");
    builder.environment().remove("WLP_OUTPUT_DIR");
    Process process = builder.start();
    var said = new StringBuilder();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> said.append(line).append('\n'));
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Liberty could not be minified:\n" + said);
    }
  }

  private static void unzip(Path zip, Path to, String only) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().filter(e -> e.getName().startsWith(only)).toList()) {
        Path target = to.resolve(entry.getName()).normalize();
        if (!target.startsWith(to)) {
          throw new IOException("Entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private MinifyLiberty() {}
}
