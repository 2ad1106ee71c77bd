package dev.hotdesk.drop;

import dev.hotdesk.rollout.CrashPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a note {@code <name>.jar.status.json} beside each dropped jar. A note appears whole or not
 * at all; one that cannot be written is only logged.
 */
public final class StatusNotes {

  static final String SUFFIX = ".status.json";

  private static final String UNFINISHED = ".status.json.tmp";

  private static final Logger LOG = LoggerFactory.getLogger(StatusNotes.class);

  private final Path folder;
  private final Map<String, DropStatus> told = new TreeMap<>();
  private volatile List<DropStatus> latest = List.of();

  /** Notes for this folder. */
  public StatusNotes(Path folder) {
    this.folder = folder;
  }

  /** The latest news of every file that is still there, by name. Any thread. */
  public List<DropStatus> latest() {
    return latest;
  }

  /** Removes notes of files that went while nobody watched. */
  public void forgetGone() {
    try (var notes = Files.newDirectoryStream(folder, "*.jar" + SUFFIX)) {
      for (var note : notes) {
        var name = note.getFileName().toString();
        if (Files.notExists(folder.resolve(name.substring(0, name.length() - SUFFIX.length())))) {
          Files.deleteIfExists(note);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old notes in {} could not be removed: {}", folder, e.toString());
    }
  }

  /** Tells what is new in the folder, which holds exactly these files; gives the news. */
  public List<DropStatus> tell(Collection<DropStatus> statuses) {
    var news = new ArrayList<DropStatus>();
    var gone = new HashSet<>(told.keySet());
    for (var status : statuses) {
      gone.remove(status.file());
      if (isNews(status)) {
        write(status);
        news.add(status);
      }
    }
    for (var file : gone) {
      var last = told.get(file);
      if (last != null) {
        write(
            new DropStatus(
                file,
                last.plugin(),
                last.version(),
                last.sha256(),
                DropStatus.State.REMOVED,
                "",
                last.at(),
                last.generation(),
                List.of()));
        told.remove(file);
      }
    }
    latest = List.copyOf(told.values());
    return news;
  }

  private boolean isNews(DropStatus status) {
    var before = told.get(status.file());
    return before == null || !before.equals(status.at(before.at()));
  }

  private void write(DropStatus news) {
    var status = news.at(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    told.put(status.file(), status);
    var unfinished = folder.resolve(UNFINISHED);
    try {
      Files.writeString(unfinished, status.json());
      CrashPoints.pass("noting");
      Files.move(
          unfinished,
          folder.resolve(status.file() + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      CrashPoints.pass("noted");
    } catch (IOException e) {
      LOG.warn("The note beside {} could not be written: {}", status.file(), e.toString());
    }
  }
}
