package dev.hotdesk.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One secret for all tokens, whoever comes first. */
class TokenSecretTest {

  private static final int MANY = 16;

  @Test
  void is_the_same_for_all_who_come_first_at_once(@TempDir Path folder) throws Exception {
    var file = folder.resolve("security").resolve("token.secret");
    var start = new CyclicBarrier(MANY);
    Callable<String> comes =
        () -> {
          start.await();
          return TokenSecret.kept(file);
        };
    try (var threads = Executors.newFixedThreadPool(MANY)) {
      var secrets =
          threads.invokeAll(IntStream.range(0, MANY).mapToObj(_ -> comes).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .distinct()
              .toList();

      assertThat(secrets).containsExactly(Files.readString(file));
    }
  }
}
