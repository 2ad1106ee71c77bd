package dev.hotdesk.routing;

import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.PluginContext;
import java.util.function.Consumer;

/** What a channel adapter is lent for one call. */
public final class LentToChannel extends LentContext implements ChannelContext {

  private final Consumer<String> connection;
  private final String conversation;
  private final String key;

  /** Lends an adapter what its plugin may have, and a connection that takes frames. */
  public LentToChannel(PluginContext plugin, Consumer<String> connection) {
    this(plugin, connection, "", "");
  }

  /** The same, for a channel that is called: with whom, and which message. */
  public LentToChannel(
      PluginContext plugin, Consumer<String> connection, String conversation, String key) {
    super(plugin);
    this.connection = connection;
    this.conversation = conversation;
    this.key = key;
  }

  @Override
  public String conversation() {
    return conversation;
  }

  @Override
  public String idempotencyKey() {
    return key;
  }

  @Override
  public void write(String frame) {
    connection.accept(frame);
  }
}
