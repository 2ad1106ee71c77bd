package dev.hotdesk.server.gateway;

import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.delivery.Pusher;
import dev.hotdesk.routing.LentToChannel;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the plugin of a conversation's channel call its customers. */
public final class ChannelPusher implements Pusher {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelPusher.class);
  private static final Duration ABSENT = Duration.ofSeconds(5);

  private final Plugins plugins;
  private final CustomerView view;
  private final Duration deadline;

  /**
   * Calls these.
   *
   * @param deadline how long a call may take; the outbox takes a server that needs a minute for
   *     dead
   */
  public ChannelPusher(Plugins plugins, OperatorNames names, Duration deadline) {
    this.plugins = plugins;
    this.view = new CustomerView(names);
    this.deadline = deadline;
  }

  @Override
  public Delivery push(Outgoing outgoing, Logged message) {
    var conversation = outgoing.conversation();
    var telling = view.telling(message);
    try (var lease = plugins.lease(conversation)) {
      var plugged = lease.channel(Conversation.channelOf(conversation));
      if (plugged.isEmpty()) {
        return new Delivery.Later(ABSENT, "No plugin serves the channel at the moment.");
      }
      return push(plugged.get(), telling, outgoing);
    } catch (RuntimeException e) {
      LOG.error("Message {} could not be given to its channel", outgoing.key(), e);
      return new Delivery.Later(ABSENT, "It could not be given to the channel's plugin.");
    }
  }

  private Delivery push(
      Plugged<ChannelAdapter> plugged, CustomerView.Telling telling, Outgoing outgoing) {
    try {
      return plugged.call(
          "send",
          deadline,
          adapter ->
              telling.by(
                  adapter,
                  new LentToChannel(
                      plugged.context(), _ -> {}, outgoing.conversation(), outgoing.key())));
    } catch (PluginFaultException e) {
      var reason = String.valueOf(e.getMessage());
      return switch (e.kind()) {
        // It has not been called.
        case OVERLOADED, CIRCUIT_OPEN -> new Delivery.Later(ABSENT, reason);
        // It may have written its request before.
        case THREW, TIMED_OUT, RETURNED_NOTHING -> new Delivery.Unknown(reason);
      };
    }
  }

  @Override
  public boolean isIdempotent(String channel) {
    try (var lease = plugins.lease()) {
      return lease
          .channel(channel)
          .map(plugged -> plugged.call("isIdempotent", deadline, ChannelAdapter::isIdempotent))
          .orElse(false);
    } catch (RuntimeException e) {
      LOG.warn("Channel {} does not say whether it drops what it has: {}", channel, e.getMessage());
      return false;
    }
  }
}
