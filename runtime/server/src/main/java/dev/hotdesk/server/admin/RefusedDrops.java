package dev.hotdesk.server.admin;

import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.generation.PluginHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that were refused, and may be accepted now that more is trusted. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class RefusedDrops {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedDrops.class);

  @Inject Instance<PluginHost> hosts;

  @Inject
  @ConfigProperty(name = "hotdesk.plugins")
  Optional<String> folder;

  /** A refusal is remembered until the file changes, and a new date is a change. */
  public void lookAgainAtRefused() {
    if (!hosts.isResolvable()) {
      return;
    }
    for (var drop : hosts.get().drops()) {
      if (drop.state() == DropStatus.State.REJECTED) {
        try {
          Files.setLastModifiedTime(
              Path.of(folder.orElse("plugins")).resolve(drop.file()), FileTime.from(Instant.now()));
        } catch (IOException e) {
          LOG.warn("{} is not looked at again until it is copied anew: {}", drop.file(), e);
        }
      }
    }
  }
}
