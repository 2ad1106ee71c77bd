package dev.hotdesk.server;

import static java.util.stream.Collectors.joining;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Aside;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.server.attachment.AttachmentLimits;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.DiskBlobs;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.gateway.ChannelPusher;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Event;
import dev.hotdesk.testkit.MemoryJournal;
import dev.hotdesk.testkit.MemoryMarks;
import dev.hotdesk.testkit.MemoryOutbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.sql.DataSource;

/** A shop's counter for tests: the real core in memory, and a channel that can be unplugged. */
public final class Counter implements Plugins, AutoCloseable {

  private static final DataSource DATABASE = TestDatabases.h2();

  public final MemoryJournal journal = new MemoryJournal();
  public final Hub hub = new Hub();
  public final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  public final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  public final Heartbeat heartbeat = new Heartbeat(timer);

  public final MemoryMarks marks = new MemoryMarks();
  public final Watermarks watermarks =
      new Watermarks(
          marks,
          id -> journal.find(id).map(found -> found.session().lastSequence()).orElse(0L),
          hub::moved);

  public final MemoryOutbox outbox = new MemoryOutbox();

  /** Lets the channel send what is put into the outbox. */
  public final OutboxRelay relay =
      new OutboxRelay(
          outbox,
          journal,
          new ChannelPusher(this, login -> login, Duration.ofSeconds(30)),
          hub::sent,
          executor,
          Clock.systemUTC());

  /** Knows no file. */
  public final Attachments attachments =
      new Attachments(
          DATABASE,
          new DiskBlobs(Path.of("target/blobs")),
          Path.of("target/blobs/uploads"),
          AttachmentLimits.DEFAULT,
          Clock.systemUTC());

  /** The bot never has an answer, so the first question brings a person. */
  public final SessionProcessor processor =
      new SessionProcessor(
          journal,
          question ->
              new Answer(
                  new Event.AgentFailed(
                      question.ask().epoch(),
                      question.ask().question().sequence(),
                      new Event.Insight("", 0, Map.of(), "", 1),
                      "no_agent"),
                  Dialogue.NONE),
          hub,
          executor,
          Clock.systemUTC());

  public volatile boolean plugged = true;

  @Override
  public Lease lease() {
    return new OneChannel();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    executor.shutdownNow();
  }

  private final class OneChannel implements Lease {

    @Override
    public IntentModel intentModel() {
      throw new ModelUnavailableException("None in this test", new IllegalStateException());
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
      return plugged ? Optional.of(new Direct()) : Optional.empty();
    }

    @Override
    public void close() {}
  }

  private record Direct() implements Plugged<ChannelAdapter> {

    @Override
    public String plugin() {
      return "channel-test";
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
        return work.apply(new PlainWords());
      } catch (RuntimeException e) {
        throw new PluginFaultException(PluginFaultException.Kind.THREW, what, e);
      }
    }
  }

  /** Says {@code 7 customer: Hello} for message 7, and {@code 9 waiting} for a change. */
  private static final class PlainWords implements ChannelAdapter {

    @Override
    public String channel() {
      return "web";
    }

    @Override
    public Inbound read(String text) {
      var frame = Frame.parse(text);
      return switch (frame.type()) {
        case "say" ->
            new Inbound.Said(
                frame.id(), frame.text("text"), frame.texts("attachments"), Instant.EPOCH);
        case "leave" -> new Inbound.Left(frame.id(), frame.text("text"), frame.text("contact"));
        case "rate" -> new Inbound.Rated(frame.id(), (int) frame.number("score", 0), "");
        case "typing" -> new Inbound.Typing(frame.flag("on"));
        case "read" -> new Inbound.Read(frame.number("seq", 0));
        case "identify" -> new Inbound.Identified(frame.text("jwt"));
        default -> throw new MalformedFrameException("no such type");
      };
    }

    @Override
    public Delivery tell(Aside aside, ChannelContext context) {
      switch (aside) {
        case Aside.Receipts(var delivered, var read) ->
            context.write("receipts " + delivered + " " + read);
        case Aside.Recalled(var sequence, _, var message) ->
            context.write(sequence + " recalls " + message);
        default -> {}
      }
      return new Delivery.Accepted();
    }

    @Override
    public Delivery send(Outbound outbound, ChannelContext context) {
      context.write(
          switch (outbound) {
            case Outbound.Message(
                    var sequence,
                    _,
                    var author,
                    var name,
                    var text,
                    _,
                    var files,
                    _,
                    _) ->
                sequence
                    + " "
                    + (author == Author.OPERATOR ? name : author)
                    + ": "
                    + text
                    + files.stream().map(file -> "[" + file.name() + "]").collect(joining());
            case Outbound.Status(var sequence, _, var state, var name, var reason) ->
                (sequence + " " + state + " " + name + " " + reason).strip();
            case Outbound.Typing(var on) -> "typing " + on;
          });
      return new Delivery.Accepted();
    }
  }
}
