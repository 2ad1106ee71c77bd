package dev.hotdesk.generation;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the stable and the previous jar of each plugin in a file: enough to survive a kill. */
final class FileDesiredState implements DesiredState {

  private final Path file;

  FileDesiredState(Path file) {
    this.file = file;
  }

  @Override
  public Revision load() {
    try {
      if (Files.notExists(file)) {
        return new Revision(0, Map.of());
      }
      var lines = Files.readAllLines(file);
      var wishes = new HashMap<String, Wish>();
      for (var line : lines.subList(1, lines.size())) {
        var words = line.split(" ", -1);
        wishes.put(
            words[0],
            new Wish(
                true,
                jar(words[1], words[2], words[3]),
                jar(words[4], words[5], words[6]),
                Optional.empty(),
                Map.of(),
                Set.of()));
      }
      return new Revision(Long.parseLong(lines.getFirst()), wishes);
    } catch (IOException e) {
      throw new DesiredStateUnavailableException("The file cannot be read", e);
    }
  }

  private static Optional<Wish.Jar> jar(String sha256, String version, String name) {
    return sha256.isEmpty() ? Optional.empty() : Optional.of(new Wish.Jar(sha256, version, name));
  }

  @Override
  public long save(long known, Map<String, Wish> wishes) {
    var text = new StringBuilder((known + 1) + "\n");
    wishes.forEach(
        (plugin, wish) ->
            text.append(plugin + words(wish.stable()) + words(wish.previous()) + "\n"));
    try {
      var unfinished = file.resolveSibling("wishes.tmp");
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return known + 1;
    } catch (IOException e) {
      throw new DesiredStateUnavailableException("The file cannot be written", e);
    }
  }

  private static String words(Optional<Wish.Jar> jar) {
    return jar.map(it -> " " + it.sha256() + " " + it.version() + " " + it.file()).orElse("   ");
  }

  @Override
  public void happened(List<Happening> happenings) {}

  @Override
  public List<Happening> timeline(String plugin, int most) {
    return List.of();
  }

  @Override
  public void observed(List<Observed> generations) {}
}
