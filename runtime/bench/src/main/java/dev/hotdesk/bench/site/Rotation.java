package dev.hotdesk.bench.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An agent with a model of its own, a channel and an ERP connector that are upgraded and taken back
 * in turn. Used by one thread.
 */
public final class Rotation {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A plugin between two versions.
   *
   * @param id of the plugin
   * @param shipped the jar that always lies in the folder
   * @param newer the jar that comes and goes
   */
  private record Pair(String id, Drop shipped, Drop newer) {}

  private final List<Pair> pairs;
  private int turn;

  Rotation(List<Drop> shipped, List<Drop> newer) {
    this.pairs =
        IntStream.range(0, shipped.size())
            .mapToObj(i -> new Pair(shipped.get(i).plugin(), shipped.get(i), newer.get(i)))
            .toList();
  }

  /** How many changes bring all plugins back to where they began. */
  public int cycle() {
    return 2 * pairs.size();
  }

  /** Whether a jar is to come in next, and none to go. */
  public boolean isUp() {
    return turn / pairs.size() % 2 == 0;
  }

  /** Changes the next plugin to its other version and waits until that serves; gives its id. */
  public String next() throws IOException, InterruptedException {
    var pair = pairs.get(turn % pairs.size());
    if (isUp()) {
      deliver(pair.newer);
      pair.newer.awaitLive(PATIENCE);
    } else {
      pair.newer.remove();
      Files.deleteIfExists(promise(pair.newer));
      pair.shipped.awaitLive(PATIENCE);
    }
    turn++;
    return pair.id;
  }

  /** As a careful deployer does: the hash first, then the whole file under its name at once. */
  private static void deliver(Drop drop) throws IOException {
    var bytes = Files.readAllBytes(drop.jar());
    Files.writeString(promise(drop), sha256(bytes), StandardCharsets.US_ASCII);
    var part = drop.folder().resolve("." + drop.jar().getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, drop.file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path promise(Drop drop) {
    return drop.folder().resolve(drop.jar().getFileName() + ".sha256");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
