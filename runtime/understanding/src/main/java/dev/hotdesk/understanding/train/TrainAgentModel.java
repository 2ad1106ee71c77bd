package dev.hotdesk.understanding.train;

import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.inference.Sleepers;
import dev.hotdesk.understanding.intent.AgentModelTrainer;
import dev.hotdesk.understanding.intent.Repertoire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads {@code intents/*.txt} below one directory and writes {@code model/} below another, which
 * may be the same: {@code TrainAgentModel target/classes target/classes}.
 */
public final class TrainAgentModel {

  /** Held, or the level would be forgotten with it. */
  private static final Logger ENGINE = Logger.getLogger("ai.djl");

  private TrainAgentModel() {}

  /** Trains, writes, and tries what was written; a fault ends the build with its reason. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Wanted: <directory with intents/> <output directory>");
    }
    ENGINE.setLevel(
        Level.SEVERE); // its remarks on this machine's hardware are not about the plugin
    write(Path.of(args[0]), Path.of(args[1]));
  }

  static void write(Path source, Path target) throws IOException {
    try (var encoders = Encoders.open(ModelFiles.shipped(), 1)) {
      var files = AgentModelTrainer.train(encoders, below(source));
      for (var file : files.entrySet()) {
        var path = target.resolve(file.getKey());
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, file.getValue());
      }
      try (var sleepers = new Sleepers(System::nanoTime, ColdStartWatch.NONE)) {
        Repertoire.load(trained(below(source), files), sleepers).close();
      }
    }
  }

  private static Knowledge below(Path directory) {
    return knowledge(
        path -> {
          var file = directory.resolve(path);
          try {
            return Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
          }
        });
  }

  private static Knowledge trained(Knowledge source, Map<String, byte[]> files) {
    return knowledge(
        path ->
            path.startsWith("model/") ? Optional.ofNullable(files.get(path)) : source.read(path));
  }

  private static Knowledge knowledge(Function<String, Optional<byte[]>> reader) {
    return new Knowledge() {
      @Override
      public String plugin() {
        return "the plugin being built";
      }

      @Override
      public Optional<byte[]> read(String path) {
        return reader.apply(path);
      }
    };
  }
}
