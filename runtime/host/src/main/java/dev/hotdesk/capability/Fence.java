package dev.hotdesk.capability;

/** Stands between one generation of a plugin and what it was lent, once it is retired. */
final class Fence {

  private final String plugin;
  private final String version;
  private final int generation;
  private volatile boolean isShut;

  Fence(String plugin, String version, int generation) {
    this.plugin = plugin;
    this.version = version;
    this.generation = generation;
  }

  String plugin() {
    return plugin;
  }

  String version() {
    return version;
  }

  int generation() {
    return generation;
  }

  void shut() {
    isShut = true;
  }

  boolean isOpen() {
    return !isShut;
  }

  /** Throws once the generation is retired. */
  void check() {
    if (isShut) {
      throw new IllegalStateException(
          "Generation %d of plugin %s (%s) is retired, and what it was lent is taken back; wanted no call after that: keep no context, and end threads and timers of your own when the plugin stops"
              .formatted(generation, plugin, version));
    }
  }
}
