package dev.hotdesk.understanding.intent;

import dev.hotdesk.understanding.encoder.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the vectors of example sentences, by model and text, in memory and in a file, so that
 * an upgraded plugin costs only its new sentences. Those of the shipped plugins come with the
 * program. What customers write never comes to the file.
 *
 * <p>The files are a convenience: what a damaged or missing one held is computed anew. Used by one
 * thread at a time.
 */
public final class Vectors {

  /** Where the program's jars hold the files that {@link #write} wrote at its build. */
  private static final String SHIPPED = "/hotdesk-vectors/";

  private static final System.Logger LOG = System.getLogger(Vectors.class.getName());
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_PASSING = 10_000;

  private final SentenceEncoder encoder;
  private final Path file;
  private final Map<String, float[]> shipped;
  private final Map<String, float[]> known = new LinkedHashMap<>();
  private final Map<String, float[]> passing = new Recent<>(MOST_PASSING);

  /** Those that came with the program, and those in this directory; made if it is not there. */
  public Vectors(SentenceEncoder encoder, Path directory) {
    this(encoder, directory, name -> Vectors.class.getResourceAsStream(SHIPPED + name));
  }

  /** Those in this directory alone, for texts that never come with the program. */
  public static Vectors own(SentenceEncoder encoder, Path directory) {
    return new Vectors(encoder, directory, _ -> null);
  }

  Vectors(SentenceEncoder encoder, Path directory, Shipment shipment) {
    this.encoder = encoder;
    var name = "vectors-" + digest(encoder.model()) + ".bin";
    this.file = directory.resolve(name);
    this.shipped = read("those that came with the program", () -> shipment.open(name));
    known.putAll(
        read(file.toString(), () -> Files.isRegularFile(file) ? Files.newInputStream(file) : null));
  }

  /** Finds the file of that name among what came with the program; null if it has none. */
  @FunctionalInterface
  interface Shipment {
    @Nullable InputStream open(String name) throws IOException;
  }

  /** The vector of each sentence, computed where it is not known; the file is kept up to date. */
  public float[][] of(List<String> sentences) {
    var vectors = new float[sentences.size()][];
    var fresh = false;
    for (var i = 0; i < vectors.length; i++) {
      var key = digest(sentences.get(i));
      var vector = shipped.get(key);
      if (vector == null) {
        vector = known.remove(key);
        fresh |= vector == null;
        vector = vector == null ? encoder.encode(sentences.get(i)) : vector;
        known.put(key, vector); // the latest used is the last to be forgotten
      }
      vectors[i] = vector;
    }
    if (fresh) {
      forgetOldest();
      write();
    }
    return vectors;
  }

  /** The same for sentences of which nothing may be left in a file; some are remembered. */
  float[][] passing(List<String> sentences) {
    return sentences.stream().map(this::passing).toArray(float[][]::new);
  }

  private float[] passing(String sentence) {
    var key = digest(sentence);
    var vector = shipped.getOrDefault(key, known.getOrDefault(key, passing.get(key)));
    if (vector == null) {
      vector = encoder.encode(sentence);
      passing.put(key, vector);
    }
    return vector;
  }

  private void forgetOldest() {
    var oldest = known.keySet().iterator();
    for (var tooMany = known.size() - MOST_KEPT; tooMany > 0; tooMany--) {
      oldest.next();
      oldest.remove();
    }
  }

  private Map<String, float[]> read(String which, Source source) {
    try (var in = source.open()) {
      return in == null ? Map.of() : VectorFile.read(in, encoder.dimension());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Vectors are not used and made anew: {0}: {1}", which, e.toString());
      return Map.of();
    }
  }

  private interface Source {
    @Nullable InputStream open() throws IOException;
  }

  private void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var part = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".part");
      try (var out = Files.newOutputStream(part)) {
        VectorFile.write(known, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Vector cache {0} cannot be written: {1}", file, e.toString());
    }
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
