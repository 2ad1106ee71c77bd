package dev.hotdesk.understanding.intent;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** How vectors lie in a file: their number, then key and numbers of each, then a check sum. */
final class VectorFile {

  private VectorFile() {}

  /**
   * All vectors of a file, in its order.
   *
   * @throws IOException also when the file is damaged
   */
  static Map<String, float[]> read(InputStream file, int dimension) throws IOException {
    var sum = new CRC32();
    var found = new LinkedHashMap<String, float[]>();
    var in = new DataInputStream(new CheckedInputStream(new BufferedInputStream(file), sum));
    var count = in.readInt();
    for (var i = 0; i < count; i++) {
      var key = in.readUTF();
      var vector = new float[dimension];
      for (var d = 0; d < dimension; d++) {
        vector[d] = in.readFloat();
      }
      found.put(key, vector);
    }
    var wanted = sum.getValue();
    if (in.readLong() != wanted) {
      throw new IOException("its check sum is wrong");
    }
    return found;
  }

  /** Writes them; the caller closes. */
  static void write(Map<String, float[]> vectors, OutputStream file) throws IOException {
    var sum = new CRC32();
    var out = new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(file), sum));
    out.writeInt(vectors.size());
    for (var entry : vectors.entrySet()) {
      out.writeUTF(entry.getKey());
      for (var number : entry.getValue()) {
        out.writeFloat(number);
      }
    }
    out.writeLong(sum.getValue());
    out.flush();
  }
}
