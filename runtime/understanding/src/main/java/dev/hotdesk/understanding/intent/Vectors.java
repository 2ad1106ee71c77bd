package dev.hotdesk.understanding.intent;

import dev.hotdesk.understanding.encoder.SentenceEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Remembers the vectors of example sentences, by model and text, in memory and in a file, so that
 * an upgraded plugin costs only its new sentences. What customers write never comes here.
 *
 * <p>The file is a convenience: a damaged or missing one is computed anew. Used by one thread at a
 * time.
 */
final class Vectors {

  private static final System.Logger LOG = System.getLogger(Vectors.class.getName());
  private static final int MOST_KEPT = 20_000;

  private final SentenceEncoder encoder;
  private final Path file;
  private final Map<String, float[]> known = new LinkedHashMap<>();

  Vectors(SentenceEncoder encoder, Path directory) {
    this.encoder = encoder;
    this.file = directory.resolve("vectors-" + digest(encoder.model()) + ".bin");
    read();
  }

  /** The vector of each sentence, computed where it is not known; the file is kept up to date. */
  float[][] of(List<String> sentences) {
    var keys = sentences.stream().map(Vectors::digest).toList();
    var fresh = keys.stream().filter(key -> !known.containsKey(key)).count();
    var vectors = new float[sentences.size()][];
    for (var i = 0; i < vectors.length; i++) {
      var vector = known.remove(keys.get(i));
      vectors[i] = vector == null ? encoder.encode(sentences.get(i)) : vector;
      known.put(keys.get(i), vectors[i]);
    }
    if (fresh > 0) {
      forgetOldest();
      write();
    }
    return vectors;
  }

  private void forgetOldest() {
    var oldest = known.keySet().iterator();
    for (var tooMany = known.size() - MOST_KEPT; tooMany > 0; tooMany--) {
      oldest.next();
      oldest.remove();
    }
  }

  private void read() {
    if (!Files.isRegularFile(file)) {
      return;
    }
    var sum = new CRC32();
    var found = new LinkedHashMap<String, float[]>();
    try (var in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
      var count = in.readInt();
      for (var i = 0; i < count; i++) {
        var key = in.readUTF();
        var vector = new float[encoder.dimension()];
        for (var d = 0; d < vector.length; d++) {
          vector[d] = in.readFloat();
        }
        found.put(key, vector);
      }
      var wanted = sum.getValue();
      if (in.readLong() != wanted) {
        throw new IOException("its check sum is wrong");
      }
      known.putAll(found);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Vector cache {0} is not used and made anew: {1}", file, e.toString());
    }
  }

  private void write() {
    var sum = new CRC32();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var part = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".part");
      try (var out =
          new DataOutputStream(
              new CheckedOutputStream(
                  new BufferedOutputStream(Files.newOutputStream(part)), sum))) {
        out.writeInt(known.size());
        for (var entry : known.entrySet()) {
          out.writeUTF(entry.getKey());
          for (var number : entry.getValue()) {
            out.writeFloat(number);
          }
        }
        out.writeLong(sum.getValue());
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
