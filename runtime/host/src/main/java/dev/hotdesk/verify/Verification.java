package dev.hotdesk.verify;

import java.util.List;

/** How a jar came out of everything that can be looked at without running it. */
public sealed interface Verification {

  /** What was looked at, in order. After a jar that cannot be read, nothing more was. */
  List<Check> checks();

  /**
   * It may become a plugin.
   *
   * @param jar what is in it
   */
  record Passed(PluginJar jar) implements Verification {

    @Override
    public List<Check> checks() {
      return jar.checks();
    }
  }

  /**
   * It may not.
   *
   * @param refusal the first sentence that says why
   */
  record Refused(RefusedJarException refusal) implements Verification {

    @Override
    public List<Check> checks() {
      return refusal.checks();
    }
  }
}
