package dev.hotdesk.routing;

import java.time.Duration;
import java.util.Optional;

/** The files in a plugin's jar from which customers are understood. */
public interface Knowledge {

  /** The id of the plugin. */
  String plugin();

  /**
   * The content of a file in the plugin's jar, such as {@code intents/zh.txt} or {@code
   * model/intents.zh.onnx}; empty if the jar has none of that name.
   */
  Optional<byte[]> read(String path);

  /** How long nobody asks the plugin's own models before they are dropped from memory. */
  default Duration idle() {
    return Policy.DEFAULT.idle();
  }
}
