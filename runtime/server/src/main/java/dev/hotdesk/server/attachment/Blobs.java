package dev.hotdesk.server.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where bytes are kept, each under a key that is never used for others. Called by many threads at
 * once; calls block.
 */
public interface Blobs {

  /** Keeps the bytes of a file, which is gone then; returns only once they are durable. */
  void put(String key, Path file) throws IOException;

  /**
   * The bytes under a key.
   *
   * @throws java.io.FileNotFoundException if there are none
   */
  InputStream open(String key) throws IOException;

  /** Forgets them, if they are there. */
  void delete(String key) throws IOException;
}
