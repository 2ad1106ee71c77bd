package dev.hotdesk.routing;

import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.PluginContext;
import java.util.function.Consumer;

/** What a channel adapter is lent for one call. */
public final class LentToChannel extends LentContext implements ChannelContext {

  private final Consumer<String> connection;

  /** Lends an adapter what its plugin may have, and a connection that takes frames. */
  public LentToChannel(PluginContext plugin, Consumer<String> connection) {
    super(plugin);
    this.connection = connection;
  }

  @Override
  public void write(String frame) {
    connection.accept(frame);
  }
}
