package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.server.Counter;
import dev.hotdesk.session.Event;
import dev.hotdesk.testkit.MemoryOutbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A small channel that is called, from the outbox to the other company's server. */
class ChannelPusherTest {

  private static final String ID = "post.amy";

  private final Counter counter = new Counter();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final PostOffice post = new PostOffice();
  private final OutboxRelay relay =
      new OutboxRelay(
          outbox,
          counter.journal,
          new ChannelPusher(
              new OnlyPost(), login -> login.equals("amy") ? "Amy" : "", Duration.ofSeconds(30)),
          (_, _) -> {},
          counter.executor,
          Clock.systemUTC());

  private volatile boolean plugged = true;

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void calls_the_channel_with_whom_to_speak_and_the_key_of_the_message() {
    var sequence = say("good morning");

    await().until(() -> looked() == Outgoing.State.ACCEPTED);

    assertThat(post.letters)
        .containsExactly(Map.entry(ID + "/" + sequence, "to post.amy, Amy: good morning"));
    relay.progress("post", "letter-1", Outgoing.State.READ);
    assertThat(latest().state()).isEqualTo(Outgoing.State.READ);
  }

  @Test
  void a_plugin_that_breaks_after_it_has_written_doubles_nothing() {
    post.breaks.add(true);
    say("good morning");

    await().until(() -> looked() == Outgoing.State.UNKNOWN);
    assertThat(post.letters).hasSize(1);
  }

  @Test
  void a_channel_that_drops_what_it_has_is_called_again_until_it_answers() {
    post.idempotent = true;
    post.breaks.add(true);
    say("good morning");

    await().until(() -> looked() == Outgoing.State.ACCEPTED);
    assertThat(post.calls).hasSize(2);
    assertThat(post.letters).hasSize(1);
  }

  @Test
  void what_is_said_while_the_plugin_is_away_waits_for_it() {
    plugged = false;
    say("good morning");
    await().until(() -> looked() == Outgoing.State.QUEUED && latest().attempt() == 1);
    assertThat(latest().reason()).contains("No plugin serves the channel");
    assertThat(post.calls).isEmpty();
  }

  private long say(String text) {
    handle(new Event.CustomerSaid("c-1", "hello"));
    handle(new Event.SupervisorTook("amy"));
    handle(new Event.OperatorSaid("amy", "amy:1", text));
    var sequence = counter.journal.find(ID).orElseThrow().session().lastSequence();
    outbox.queue(ID, sequence, 1, Clock.systemUTC().instant());
    return sequence;
  }

  private void handle(Event event) {
    counter.processor.handle(ID, event).toCompletableFuture().join();
  }

  private Outgoing.State looked() {
    relay.wake();
    return latest().state();
  }

  private Outgoing latest() {
    return outbox.of(ID, 1).getFirst();
  }

  /** Another company's server, and the plugin that calls it. */
  private static final class PostOffice implements ChannelAdapter {

    private final ConcurrentSkipListMap<String, String> letters = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Boolean> breaks = new ConcurrentLinkedQueue<>();
    private volatile boolean idempotent;

    @Override
    public String channel() {
      return "post";
    }

    @Override
    public Inbound read(String frame) {
      return new Inbound.Said("c-1", frame);
    }

    @Override
    public Delivery send(Outbound outbound, ChannelContext context) {
      if (!(outbound instanceof Outbound.Message message)) {
        return new Delivery.Accepted();
      }
      calls.add(context.idempotencyKey());
      letters.put(
          context.idempotencyKey(),
          "to %s, %s: %s".formatted(context.conversation(), message.name(), message.text()));
      if (breaks.poll() != null) {
        throw new IllegalStateException("the line broke");
      }
      return new Delivery.Accepted("letter-" + letters.size());
    }

    @Override
    public boolean isIdempotent() {
      return idempotent;
    }
  }

  private final class OnlyPost implements Plugins, Lease, Plugged<ChannelAdapter> {

    @Override
    public Lease lease() {
      return this;
    }

    @Override
    public IntentModel intentModel() {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Optional<Plugged<Agent>> agent(String plugin) {
      return Optional.empty();
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return Optional.empty();
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return plugged ? Optional.of(this) : Optional.empty();
    }

    @Override
    public void close() {}

    @Override
    public String plugin() {
      return "channel-post";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Map<String, String> texts(Language language) {
      return Map.of();
    }

    @Override
    public PluginContext context() {
      return new NothingLent(Clock.systemUTC());
    }

    @Override
    public <R> R call(
        String what, Duration deadline, Function<? super ChannelAdapter, ? extends R> work) {
      try {
        return work.apply(post);
      } catch (RuntimeException e) {
        throw new PluginFaultException(PluginFaultException.Kind.THREW, what, e);
      }
    }
  }
}
