package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the plugin of a conversation's channel translate, within bounds. Blocks for its answer. */
public final class Translator {

  private static final Logger LOG = LoggerFactory.getLogger(Translator.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Plugins plugins;
  private final OperatorNames names;
  private final Duration deadline;

  /** Puts frames and entries to these plugins. */
  public Translator(Plugins plugins, OperatorNames names, Duration deadline) {
    this.plugins = plugins;
    this.names = names;
    this.deadline = deadline;
  }

  /**
   * What became of entries for a customer.
   *
   * @param frames what to write, in order
   * @param passed the last entry that is dealt with
   * @param pause how long to wait before the rest is tried again; empty if there is no rest
   */
  record Translated(List<String> frames, long passed, Optional<Duration> pause) {}

  /**
   * What a customer's frame says.
   *
   * @throws MalformedFrameException if it is not a frame of the channel
   * @throws ChannelDownException if the plugin is not there, or failed
   */
  Inbound read(String conversation, String frame) {
    return called(conversation, "read", adapter -> adapter.read(frame));
  }

  /** The frame that tells of typing, or none if the plugin cannot say it now. */
  List<String> typing(String conversation, boolean on) {
    try {
      return called(
          conversation,
          "send",
          adapter -> {
            var frames = new ArrayList<String>();
            adapter.send(new Outbound.Typing(on), frames::add);
            return frames;
          });
    } catch (ChannelDownException _) {
      return List.of();
    }
  }

  /**
   * The frames that tell a customer of entries, at least one; those not for customers are passed
   * over.
   */
  Translated send(String conversation, List<Logged> entries) {
    var visible = entries.stream().filter(logged -> logged.entry().forCustomer()).toList();
    var last = entries.getLast().sequence();
    if (visible.isEmpty()) {
      return new Translated(List.of(), last, Optional.empty());
    }
    var outbound = visible.stream().map(this::outbound).toList();
    try {
      return called(
          conversation, "send", adapter -> send(adapter, conversation, visible, outbound, last));
    } catch (ChannelDownException e) {
      LOG.debug("Entries of conversation {} wait: {}", conversation, e.getMessage());
      return new Translated(List.of(), visible.getFirst().sequence() - 1, Optional.of(PAUSE));
    }
  }

  private static Translated send(
      ChannelAdapter adapter,
      String conversation,
      List<Logged> visible,
      List<Outbound> outbound,
      long last) {
    var frames = new ArrayList<String>();
    for (int i = 0; i < outbound.size(); i++) {
      var written = new ArrayList<String>();
      var sequence = visible.get(i).sequence();
      switch (adapter.send(outbound.get(i), written::add)) {
        case Delivery.Accepted _ -> frames.addAll(written);
        case Delivery.Later(var after, _) -> {
          var pause = after.compareTo(PAUSE) < 0 ? PAUSE : after;
          return new Translated(frames, sequence - 1, Optional.of(pause));
        }
        case Delivery.Failed(var code, var reason) ->
            LOG.warn(
                "Entry {} of conversation {} was not sent: {} {}",
                sequence,
                conversation,
                code,
                reason);
        case Delivery.Unknown(var reason) ->
            LOG.warn(
                "Entry {} of conversation {} may not have been sent: {}",
                sequence,
                conversation,
                reason);
      }
    }
    return new Translated(frames, last, Optional.empty());
  }

  private <T> T called(String conversation, String what, Function<ChannelAdapter, T> work) {
    var channel = Conversation.channelOf(conversation);
    try (var lease = plugins.lease()) {
      Plugged<ChannelAdapter> plugged =
          lease
              .channel(channel)
              .orElseThrow(() -> new ChannelDownException("No plugin serves channel " + channel));
      return plugged.call(what, deadline, work);
    } catch (PluginFaultException e) {
      if (e.getCause() instanceof MalformedFrameException malformed) {
        throw malformed;
      }
      throw new ChannelDownException(String.valueOf(e.getMessage()));
    }
  }

  private Outbound outbound(Logged logged) {
    return switch (logged.entry()) {
      case Entry.Said(var author, var name, var text, var clientId) ->
          new Outbound.Message(
              logged.sequence(),
              logged.at(),
              author,
              author == Author.OPERATOR ? names.nameOf(name) : "",
              text,
              author == Author.CUSTOMER ? clientId : "");
      case Entry.Moved(var state, var reason, _) ->
          new Outbound.Status(
              logged.sequence(), logged.at(), state.word(), server(state), reason(state, reason));
      case Entry.Understood _, Entry.Viewed _, Entry.Identified _, Entry.Corrected _ ->
          throw new IllegalArgumentException("Not for customers: " + logged.sequence());
    };
  }

  private String server(State state) {
    return switch (state) {
      case State.OperatorServing(var operator) -> names.nameOf(operator);
      case State.Transferring(var from, _) -> names.nameOf(from);
      case State.BotServing _, State.Waiting _, State.Closed _ -> "";
    };
  }

  /** What operators note for each other is not for the customer. */
  private static String reason(State state, String reason) {
    return state instanceof State.Transferring ? "" : reason;
  }
}
