package dev.hotdesk.drop;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at once that something happened in a folder, where the system can tell. Only a hint: events
 * get lost, so the folder is scanned now and then all the same.
 */
public final class FolderHint implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderHint.class);

  private final WatchService watcher;

  /** Runs the listener on a thread of its own whenever something happened; it must be short. */
  public FolderHint(Path folder, Runnable listener) throws IOException {
    watcher = folder.getFileSystem().newWatchService();
    try {
      folder.register(
          watcher,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      watcher.close();
      throw e;
    }
    Thread.ofPlatform()
        .name("plugin-drop-watch")
        .daemon()
        .inheritInheritableThreadLocals(false)
        .start(() -> listen(listener));
  }

  private void listen(Runnable listener) {
    try {
      boolean isWatching = true;
      while (isWatching) {
        var key = watcher.take();
        if (matters(key)) {
          listener.run();
        }
        isWatching = key.reset();
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.debug("No more hints from the drop folder");
    }
  }

  private static boolean matters(WatchKey key) {
    return key.pollEvents().stream()
        .anyMatch(
            event ->
                !(event.context() instanceof Path path)
                    || path.toString().endsWith(".jar")
                    || path.toString().endsWith(".sha256"));
  }

  @Override
  public void close() {
    try {
      watcher.close();
    } catch (IOException e) {
      LOG.debug("The watch on the drop folder could not be closed", e);
    }
  }
}
