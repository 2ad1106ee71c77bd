package dev.hotdesk.server.objects;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real object store that checks signatures, for as long as a test class runs. */
public final class ObjectStore implements BeforeAllCallback, AfterAllCallback {

  private static final String KEY = "hotdesk";
  private static final String SECRET = "only-for-tests";
  private static final String FILES = "files";

  private @Nullable Process process;
  private int port;

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    var program = Path.of("../objectstore/target").toAbsolutePath().normalize();
    var started =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    program.resolve("classes") + ":" + program.resolve("lib") + "/*",
                    "dev.hotdesk.objectstore.ObjectStore",
                    KEY,
                    SECRET,
                    FILES))
            .redirectError(Path.of("target/objectstore.log").toFile())
            .start();
    process = started;
    var word = started.inputReader().readLine();
    if (word == null || !word.startsWith("ready ")) {
      throw new IOException("The object store did not start: see target/objectstore.log");
    }
    port = Integer.parseInt(word.substring("ready ".length()));
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    // It ends with its standard input.
    Objects.requireNonNull(process, "never started").getOutputStream().close();
  }

  /** The bucket that is there, with the right key. */
  public Bucket bucket() {
    return bucket(FILES, KEY, SECRET);
  }

  Bucket bucket(String name, String key, String secret) {
    return new Bucket(URI.create("http://127.0.0.1:" + port), "us-east-1", name, key, secret, true);
  }
}
