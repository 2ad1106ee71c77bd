package dev.hotdesk.bench.bare;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is wanted of plugins in a file, so that it survives a kill. */
final class FileWishes implements DesiredState {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;

  FileWishes(Path file) {
    this.file = file;
  }

  @Override
  public Revision load() {
    try {
      return Files.exists(file)
          ? MAPPER.readValue(Files.readString(file), Revision.class)
          : new Revision(0, Map.of());
    } catch (IOException e) {
      throw new DesiredStateUnavailableException("Cannot be read: " + file, e);
    }
  }

  @Override
  public long save(long known, Map<String, Wish> wishes) {
    var next = new Revision(known + 1, wishes);
    try {
      var part = file.resolveSibling("." + file.getFileName() + ".part");
      Files.writeString(part, MAPPER.writeValueAsString(next));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DesiredStateUnavailableException("Cannot be written: " + file, e);
    }
    return next.revision();
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
