package dev.hotdesk.capability;

import java.util.Optional;

/**
 * Looks up what an admin set as a plugin's secret. Any thread; may read a file. What it gives is
 * never logged, kept or shown.
 */
public interface Secrets {

  /** Nothing is set. */
  Secrets NONE = (_, _) -> Optional.empty();

  /**
   * The value of a secret; empty if it is not set.
   *
   * @throws IllegalStateException that says, without the value, why what is set cannot be read
   */
  Optional<String> find(String plugin, String name);
}
