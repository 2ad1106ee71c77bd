package dev.hotdesk.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running Hotdesk, in a process of its own.
 *
 * <p>{@link #start} returns when it is ready to serve, or throws with the reason. The process
 * outlives nobody by accident: whoever starts it stops it, best with try-with-resources.
 */
public final class HotdeskServer implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final Duration TO_STOP = Duration.ofSeconds(40);

  private final Launch launch;
  private final Process process;
  private final Diagnosis diagnosis;

  private HotdeskServer(Launch launch, Process process, Diagnosis diagnosis) {
    this.launch = launch;
    this.process = process;
    this.diagnosis = diagnosis;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws StartFailedException with one sentence that says why it did not start; nothing runs
   *     then
   */
  public static HotdeskServer start(Launch launch) {
    HotdeskServer server = spawn(launch);
    try {
      server.awaitReady();
      return server;
    } catch (StartFailedException e) {
      server.kill();
      throw e;
    }
  }

  /** Starts the process and returns at once; see {@link #awaitReady}. */
  public static HotdeskServer spawn(Launch launch) {
    var command = new JavaCommand(launch);
    if (!Files.exists(command.liberty().resolve("bin/tools/ws-server.jar"))) {
      throw new StartFailedException("There is no Open Liberty in " + command.liberty() + ".");
    }
    Ports.requireFree(launch.port());
    try {
      Files.createDirectories(launch.logs());
      Files.deleteIfExists(launch.logs().resolve("messages.log"));
      seedPlugins(launch);
      Process process = command.builder().start();
      var diagnosis = new Diagnosis(launch.logs().resolve("messages.log"), command.console());
      return new HotdeskServer(launch, process, diagnosis);
    } catch (IOException e) {
      throw new StartFailedException(
          "The data folder " + launch.data() + " cannot be used: " + e + ".");
    }
  }

  /**
   * Waits until it says that it is ready.
   *
   * @throws StartFailedException with one sentence, when it ended, gave up or took too long
   */
  public void awaitReady() {
    long deadline = System.nanoTime() + launch.patience().toNanos();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (!says(client, "/health/started") || !says(client, "/health/ready")) {
        if (!process.isAlive()) {
          throw failed("The server ended with code " + process.exitValue());
        }
        if (diagnosis.hopeless()) {
          throw failed("The application did not start");
        }
        if (System.nanoTime() > deadline) {
          throw failed("It was not ready within " + launch.patience().toSeconds() + " s");
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("The start was interrupted.");
    }
  }

  /** Whether {@code /health/ready} says so right now. */
  public boolean isReady() {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      return says(client, "/health/ready");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + launch.port() + "/");
  }

  public Launch launch() {
    return launch;
  }

  /** The server's own process: no shell stands between. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Liberty's log, where Hotdesk logs too. */
  public Path log() {
    return launch.logs().resolve("messages.log");
  }

  /** Waits until the process has ended, by whatever cause, and gives its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks it to finish what it does and stop; kills it if it takes longer than 40 s. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process at once, as {@code kill -9} or a power cut of the machine would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    stop();
  }

  private StartFailedException failed(String otherwise) {
    return new StartFailedException(
        diagnosis.cause().orElse(otherwise + "; its log is " + log() + "."));
  }

  private boolean says(HttpClient client, String path) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(5)).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      // While an application that failed to start is taken down, Liberty says UP about nothing.
      return answer.statusCode() == 200 && !answer.body().contains("\"checks\":[]");
    } catch (IOException _) {
      return false;
    }
  }

  /** A drop folder that is not there yet gets the plugins that come with the release. */
  private static void seedPlugins(Launch launch) throws IOException {
    if (Files.exists(launch.plugins())) {
      return;
    }
    Files.createDirectories(launch.plugins());
    List<Path> shipped;
    try (var jars = Files.newDirectoryStream(launch.home().resolve("plugins"), "*.jar")) {
      shipped = new java.util.ArrayList<>();
      jars.forEach(shipped::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path jar : shipped) {
      try {
        Files.copy(jar, launch.plugins().resolve(jar.getFileName().toString()));
      } catch (FileAlreadyExistsException _) {
        // Dropped by somebody meanwhile: theirs counts.
      }
    }
  }
}
