package dev.hotdesk.routing;

/** A plugin's intents, examples or model cannot be used. The message says which file and why. */
public class KnowledgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String plugin;

  /** Blames this plugin. */
  public KnowledgeException(String plugin, String message) {
    super(message);
    this.plugin = plugin;
  }

  /** Blames this plugin. */
  public KnowledgeException(String plugin, String message, Throwable cause) {
    super(message, cause);
    this.plugin = plugin;
  }

  /** The plugin to blame. */
  public String plugin() {
    return plugin;
  }
}
