package dev.hotdesk.generation;

import dev.hotdesk.retire.Proof;
import dev.hotdesk.routing.PluginFaultException;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told what happens to plugins, for metrics and the audit trail. Called by several threads at
 * once; must not block nor throw.
 */
public interface PluginWatch {

  /** Hears nothing. */
  PluginWatch NONE = new PluginWatch() {};

  /** A call of a plugin ended, well or with a fault. */
  default void called(
      String plugin,
      String version,
      String what,
      Duration time,
      Optional<PluginFaultException.Kind> fault) {}

  /** A generation has come to another state. */
  default void entered(String plugin, String version, int generation, GenerationState state) {}

  /**
   * It is settled what became of a retired generation. One that leaked may be collected later,
   * which is told once more.
   */
  default void retired(String plugin, String version, int generation, Proof proof) {}

  /** A dropped file was refused. */
  default void refused(String file, String reason) {}

  /**
   * A new routing table is in force.
   *
   * @param time to make it
   * @param swap from the moment it was in force until the one before gave no more leases
   */
  default void switched(int plugins, Duration time, Duration swap) {}
}
