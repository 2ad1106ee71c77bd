package dev.hotdesk.understanding.train;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.understanding.LocalTrainer;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.Repertoire;
import dev.hotdesk.understanding.intent.Vectors;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipFile;

/**
 * Computes at the build the vectors of all sentences that the shipped agents know, so that a new
 * server need not: {@code EncodeExamples <output directory>}, with the agents on the class path.
 * What the output directory holds already is not computed again.
 */
public final class EncodeExamples {

  /** Held, or the level would be forgotten with it. */
  private static final Logger ENGINE = Logger.getLogger("ai.djl");

  private EncodeExamples() {}

  /** Encodes; a fault ends the build with its reason. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Wanted: <output directory>");
    }
    ENGINE.setLevel(Level.SEVERE); // its remarks on this machine's hardware are not about us
    var examples = new ArrayList<>(LocalTrainer.foreign());
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        examples.addAll(examples(Path.of(entry)));
      }
    }
    encode(examples, Path.of(args[0]));
  }

  /** All languages at once. */
  private static void encode(List<Example> examples, Path target) {
    try (var encoders = Encoders.open(ModelFiles.shipped(), 1);
        var threads = Executors.newFixedThreadPool(Language.values().length)) {
      for (var language : encoders.languages()) {
        var sentences =
            examples.stream()
                .filter(example -> example.language() == language)
                .map(Example::text)
                .distinct()
                .toList();
        threads.execute(() -> new Vectors(encoders.encoder(language), target).of(sentences));
      }
    }
  }

  private static List<Example> examples(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return Repertoire.examples(
          new Knowledge() {
            @Override
            public String plugin() {
              return jar.getFileName().toString();
            }

            @Override
            public Optional<byte[]> read(String path) {
              var entry = zip.getEntry(path);
              if (entry == null) {
                return Optional.empty();
              }
              try (var in = zip.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path + " of " + jar, e);
              }
            }
          });
    }
  }
}
