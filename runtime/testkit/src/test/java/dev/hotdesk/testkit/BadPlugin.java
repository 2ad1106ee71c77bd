package dev.hotdesk.testkit;

import java.nio.file.Path;

/**
 * The contract of a plugin that breaks it. No test by its name: its methods are called, and fail.
 */
final class BadPlugin extends PluginContract {

  private final Path jar;

  BadPlugin(Path jar) {
    this.jar = jar;
  }

  @Override
  protected Path jar() {
    return jar;
  }
}
