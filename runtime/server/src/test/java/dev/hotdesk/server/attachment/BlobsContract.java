package dev.hotdesk.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of a place where bytes are kept, whichever it is. */
@SuppressWarnings("NullAway.Init")
public abstract class BlobsContract {

  private static final int MEGABYTE = 1 << 20;

  @TempDir protected Path folder;

  /** The place; each call opens it anew, as after a restart. */
  protected abstract Blobs blobs();

  @Test
  void gives_back_what_was_put_also_after_a_restart() throws IOException {
    var key = key();
    var bytes = bytes(3 * MEGABYTE + 7);
    var file = file(bytes);

    blobs().put(key, file);

    assertThat(file).doesNotExist();
    assertThat(read(key)).isEqualTo(bytes);
  }

  @Test
  void keeps_each_under_its_own_key() throws IOException {
    var key = key();
    blobs().put(key, file(new byte[] {1}));
    blobs().put(key + "-small", file(new byte[] {2}));

    blobs().delete(key);

    assertThat(read(key + "-small")).containsExactly(2);
  }

  @Test
  void says_of_what_is_not_there_that_it_is_not() {
    assertThatThrownBy(() -> blobs().open(key()).close())
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("is not in");
  }

  @Test
  void forgets_once_and_again() throws IOException {
    var key = key();
    blobs().put(key, file(new byte[] {1}));

    blobs().delete(key);

    assertThatCode(() -> blobs().delete(key)).doesNotThrowAnyException();
    assertThatThrownBy(() -> blobs().open(key).close()).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void a_try_that_comes_again_changes_nothing() throws IOException {
    var key = key();
    blobs().put(key, file(new byte[] {1, 2, 3}));
    blobs().put(key, file(new byte[] {1, 2, 3}));

    assertThat(read(key)).containsExactly(1, 2, 3);
  }

  @Test
  void is_used_by_many_at_once() throws Exception {
    var blobs = blobs();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      many.submit(
                          () -> {
                            var key = key();
                            var bytes = bytes(1_000 + i);
                            blobs.put(key, file(bytes));
                            try (var in = blobs.open(key)) {
                              assertThat(in.readAllBytes()).isEqualTo(bytes);
                            }
                            return key;
                          }))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
  }

  @Test
  void refuses_keys_that_lead_elsewhere() {
    for (var odd :
        new String[] {"", "short", "../../../etc/passwd", "aaaaaaaa/bbbb", "aaaaaaaa?x=1"}) {
      assertThatThrownBy(() -> blobs().delete(odd)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** A key that nobody has used. */
  protected static String key() {
    return UUID.randomUUID().toString();
  }

  /** A file to put. */
  protected final Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve(UUID.randomUUID() + ".part"), bytes);
  }

  private byte[] read(String key) throws IOException {
    try (var in = blobs().open(key)) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
