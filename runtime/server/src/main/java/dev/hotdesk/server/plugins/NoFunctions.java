package dev.hotdesk.server.plugins;

import dev.hotdesk.capability.FunctionDesk;
import java.time.Instant;

/** Says that nobody runs functions here. */
final class NoFunctions implements FunctionDesk {

  @Override
  public void publish(String plugin, String type, String json) {
    throw absent();
  }

  @Override
  public void setTimer(String plugin, String name, String key, Instant due, String json) {
    throw absent();
  }

  @Override
  public void cancelTimer(String plugin, String name, String key) {
    throw absent();
  }

  private static IllegalStateException absent() {
    return new IllegalStateException("This server runs no functions of plugins");
  }
}
