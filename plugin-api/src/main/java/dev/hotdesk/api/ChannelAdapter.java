package dev.hotdesk.api;

import org.pf4j.ExtensionPoint;

/**
 * Speaks with customers over one kind of channel: translates what comes in, and sends what goes
 * out.
 *
 * <p>Sockets, authentication, duplicates, order and retries are the runtime's business; an adapter
 * only knows the channel's words. So it can be swapped while sockets stay open.
 *
 * <p><b>Threading.</b> One instance a generation, called by many threads at once; keep no state.
 * <b>How often.</b> {@link #read} once a frame, {@link #send} once for each entry of a
 * conversation's log and each connection; for one connection the calls come one after another, in
 * the order of the sequence. <b>Errors.</b> {@link #read} refuses with {@link
 * MalformedFrameException}; any other exception is counted as the plugin's fault, and the frame is
 * refused.
 *
 * <pre>{@code
 * @Extension
 * public final class EchoChannel implements ChannelAdapter {
 *   public String channel() { return "echo"; }
 *   public Inbound read(String frame) { return new Inbound.Said(UUID.randomUUID().toString(), frame); }
 *   public Delivery send(Outbound outbound, ChannelContext context) {
 *     if (outbound instanceof Outbound.Message message) { context.write(message.text()); }
 *     return new Delivery.Accepted();
 *   }
 * }
 * }</pre>
 */
public interface ChannelAdapter extends ExtensionPoint {

  /**
   * The name of the channel, as in configuration and addresses: lower case, such as {@code web}.
   */
  String channel();

  /**
   * Translates one frame that a customer's client sent.
   *
   * @param frame the text as it came, at most 16 KiB
   * @throws MalformedFrameException if it is not a frame of this channel
   */
  Inbound read(String frame);

  /**
   * Sends something to the customer.
   *
   * @param outbound what to send
   * @param context the connection to send it over; for this call only
   * @return what became of it; never {@code null}
   */
  Delivery send(Outbound outbound, ChannelContext context);

  /**
   * Tells the customer's client something besides. Channels that cannot say it leave it out, which
   * is what this method does by itself.
   *
   * @param aside what to tell
   * @param context the connection to tell it over; for this call only
   * @return what became of it; never {@code null}
   */
  default Delivery tell(Aside aside, ChannelContext context) {
    return new Delivery.Accepted();
  }

  /**
   * Whether the channel itself drops a message that is sent again with the same {@link
   * ChannelContext#idempotencyKey}. Only then is a message sent again by itself after {@link
   * Delivery.Unknown}.
   */
  default boolean isIdempotent() {
    return false;
  }
}
