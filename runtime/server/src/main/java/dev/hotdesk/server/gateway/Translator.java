package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Aside;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Wait;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.routing.LentToChannel;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the plugin of a conversation's channel translate, within bounds. Blocks for its answer. */
public final class Translator {

  private static final Logger LOG = LoggerFactory.getLogger(Translator.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /**
   * How many calls of each direction are given to a plugin at a time. The others wait here, on
   * virtual threads and in order: a plugin's own queue is short, and after a restart everybody
   * comes at once. What customers send does not wait for what is sent to them.
   */
  private static final int MOST_AT_ONCE = 32;

  /** Who is sent away comes again, which costs more than to wait; nobody has more than one here. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * How long a frame waits for a plugin that is not there. After a restart customers are back
   * before the plugins are: sent away, they would come again only after ever longer pauses.
   */
  private static final Duration ABSENCE = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Plugins plugins;
  private final CustomerView view;
  private final Duration deadline;
  private final Duration absence;
  private final Semaphore inward = new Semaphore(MOST_AT_ONCE, true);
  private final Semaphore outward = new Semaphore(MOST_AT_ONCE, true);

  /** Puts frames and entries to these plugins. */
  public Translator(Plugins plugins, OperatorNames names, Duration deadline) {
    this(plugins, names, deadline, ABSENCE);
  }

  /** The same, with another patience for a plugin that is not there. */
  Translator(Plugins plugins, OperatorNames names, Duration deadline, Duration absence) {
    this.plugins = plugins;
    this.view = new CustomerView(names);
    this.deadline = deadline;
    this.absence = absence;
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
   * What a customer's frame says. Waits a while for a plugin that is not there.
   *
   * @throws MalformedFrameException if it is not a frame of the channel
   * @throws ChannelDownException if the plugin is not there, or failed
   */
  Inbound read(String conversation, String frame) {
    awaitPlugin(conversation);
    return called(inward, conversation, "read", (adapter, _) -> adapter.read(frame));
  }

  /** The frame that tells of typing, or none if the plugin cannot say it now. */
  List<String> typing(String conversation, boolean on) {
    return unstored(
        conversation, (adapter, context) -> adapter.send(new Outbound.Typing(on), context));
  }

  /** The frame that tells how far the operators' side has got, or none if it cannot be said now. */
  List<String> receipts(String conversation, Mark mark) {
    var receipts = new Aside.Receipts(mark.delivered(), mark.read());
    return unstored(conversation, (adapter, context) -> adapter.tell(receipts, context));
  }

  /** The frame that tells of a place in the queue, or none if the plugin cannot say it now. */
  List<String> queued(String conversation, Place place) {
    var wait = place.expected().orElse(new Wait(Duration.ZERO, Duration.ZERO));
    var aside = new Aside.Queued(place.position(), wait.least(), wait.most());
    return unstored(conversation, (adapter, context) -> adapter.tell(aside, context));
  }

  private List<String> unstored(String conversation, CustomerView.Telling telling) {
    try {
      return called(
          outward,
          conversation,
          "send",
          (adapter, context) -> {
            var frames = new ArrayList<String>();
            telling.by(adapter, new LentToChannel(context, frames::add));
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
    var tellings = visible.stream().map(view::telling).toList();
    try {
      return called(
          outward,
          conversation,
          "send",
          (adapter, context) -> send(adapter, context, conversation, visible, tellings, last));
    } catch (ChannelDownException e) {
      LOG.debug("Entries of conversation {} wait: {}", conversation, e.getMessage());
      return new Translated(List.of(), visible.getFirst().sequence() - 1, Optional.of(PAUSE));
    }
  }

  private static Translated send(
      ChannelAdapter adapter,
      PluginContext context,
      String conversation,
      List<Logged> visible,
      List<CustomerView.Telling> tellings,
      long last) {
    var frames = new ArrayList<String>();
    for (int i = 0; i < tellings.size(); i++) {
      var written = new ArrayList<String>();
      var sequence = visible.get(i).sequence();
      switch (tellings.get(i).by(adapter, new LentToChannel(context, written::add))) {
        case Delivery.Accepted _ -> frames.addAll(written);
        case Delivery.Later(var after, _) -> {
          var pause = after.compareTo(PAUSE) < 0 ? PAUSE : after;
          return new Translated(frames, sequence - 1, Optional.of(pause));
        }
        case Delivery.Failed(var code, var reason, _) ->
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

  private void awaitPlugin(String conversation) {
    long end = System.nanoTime() + absence.toNanos();
    try {
      while (!isServed(conversation) && System.nanoTime() < end) {
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ChannelDownException("Interrupted");
    }
  }

  private boolean isServed(String conversation) {
    try (var lease = plugins.lease(conversation)) {
      return lease.channel(Conversation.channelOf(conversation)).isPresent();
    }
  }

  private <T> T called(
      Semaphore places,
      String conversation,
      String what,
      BiFunction<ChannelAdapter, PluginContext, T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ChannelDownException("Too many wait for the channel's plugin");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ChannelDownException("Interrupted");
    }
    try {
      return calledNow(conversation, what, work);
    } finally {
      places.release();
    }
  }

  private <T> T calledNow(
      String conversation, String what, BiFunction<ChannelAdapter, PluginContext, T> work) {
    var channel = Conversation.channelOf(conversation);
    try (var lease = plugins.lease(conversation)) {
      Plugged<ChannelAdapter> plugged =
          lease
              .channel(channel)
              .orElseThrow(() -> new ChannelDownException("No plugin serves channel " + channel));
      return plugged.call(what, deadline, adapter -> work.apply(adapter, plugged.context()));
    } catch (PluginFaultException e) {
      if (e.getCause() instanceof MalformedFrameException malformed) {
        throw malformed;
      }
      throw new ChannelDownException(String.valueOf(e.getMessage()));
    }
  }
}
