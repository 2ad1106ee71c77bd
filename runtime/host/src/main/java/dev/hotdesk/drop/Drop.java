package dev.hotdesk.drop;

import dev.hotdesk.verify.Check;
import dev.hotdesk.verify.PluginJar;
import java.time.Instant;
import java.util.List;

/** What lies in the drop folder under one name. */
public sealed interface Drop {

  /** The name of the file. */
  String file();

  /** Somebody may still be writing it. */
  record Copying(String file) implements Drop {}

  /**
   * It can never become a plugin as it is.
   *
   * @param sha256 of its bytes, or empty if they were not read
   * @param reason one sentence for the shop's staff
   * @param checks what was looked at, in order; empty if its bytes were not read
   */
  record Refused(String file, String sha256, String reason, List<Check> checks) implements Drop {

    /** Copies the list. */
    public Refused {
      checks = List.copyOf(checks);
    }
  }

  /**
   * It is whole and verified, and a private copy is in the store.
   *
   * @param modified when the file was last written
   * @param jar what is in it
   */
  record Ready(String file, Instant modified, PluginJar jar) implements Drop {}
}
