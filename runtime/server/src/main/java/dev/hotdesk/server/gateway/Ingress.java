package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.RefusedFileException;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The one place where what customers send becomes an event, whatever the connection. */
public final class Ingress {

  private static final Set<String> KNOWN =
      Set.of("say", "leave", "rate", "page", "identify", "received", "read", "typing");
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final Translator translator;
  private final ShopIdentity identity;
  private final SessionProcessor processor;
  private final Hub hub;
  private final Watermarks watermarks;
  private final Attachments attachments;
  private final GatewayWatch watch;
  private volatile Predicate<String> limits = _ -> false;

  /**
   * Hands events in.
   *
   * @param processor takes a conversation's event
   * @param hub is told who types
   * @param watermarks are moved on as customers read
   * @param attachments knows the files that messages refer to
   * @param watch is told what was taken and refused
   */
  public Ingress(
      Translator translator,
      ShopIdentity identity,
      SessionProcessor processor,
      Hub hub,
      Watermarks watermarks,
      Attachments attachments,
      GatewayWatch watch) {
    this.translator = translator;
    this.identity = identity;
    this.processor = processor;
    this.hub = hub;
    this.watermarks = watermarks;
    this.attachments = attachments;
    this.watch = watch;
  }

  /** Refuses the messages of these conversations' customers from now on. */
  public void limit(Predicate<String> limited) {
    limits = limited;
  }

  /**
   * Takes one frame of a customer whose conversation is known from their token. Blocks while the
   * plugin translates, not while the event is handled.
   *
   * @param language what the client is set to
   */
  CompletionStage<Answered> take(String conversation, String text, Language language) {
    var began = System.nanoTime();
    return taken(conversation, text, language)
        .thenApply(
            answered -> {
              switch (answered) {
                case Answered.Acknowledged _ ->
                    watch.acknowledged(
                        Conversation.channelOf(conversation),
                        Duration.ofNanos(System.nanoTime() - began));
                case Answered.Refused(var code, _, _) -> watch.refused(code);
                case Answered.Identified _, Answered.Taken _ -> {}
              }
              return answered;
            });
  }

  private CompletionStage<Answered> taken(String conversation, String text, Language language) {
    if (Frame.isTooLong(text)) {
      return refused("too_long", "A frame has at most " + Frame.MOST_BYTES + " bytes.", "");
    }
    Frame frame;
    try {
      frame = Frame.parse(text);
    } catch (MalformedFrameException e) {
      return refused("malformed", e.getMessage(), "");
    }
    var id = frame.idOrEmpty();
    if (frame.type().equals("say") && limits.test(conversation)) {
      return refused("rate", "Too many messages; send it again in a while.", id);
    }
    try {
      if (frame.text("text", "").length() > Words.MOST) {
        return refused("too_long", "text: at most " + Words.MOST + " characters", id);
      }
      return take(conversation, id, translator.read(conversation, text), language);
    } catch (MalformedFrameException e) {
      return KNOWN.contains(frame.type())
          ? refused("malformed", e.getMessage(), id)
          : refused("unknown_type", "Nobody knows this type of frame.", id);
    } catch (RefusedFileException e) {
      return refused(e.code(), e.getMessage(), id);
    } catch (Words.TooLongException e) {
      return refused("too_long", e.getMessage(), id);
    } catch (ChannelDownException _) {
      return refused("channel", "Not possible at the moment; send it again later.", id);
    }
  }

  private CompletionStage<Answered> take(
      String conversation, String id, Inbound inbound, Language language) {
    return switch (inbound) {
      case Inbound.Said(var clientId, var text, var ids, var sent) -> {
        // The words may be left out where there are files.
        var files =
            ids.isEmpty()
                ? List.<Attachment>of()
                : attachments.of(conversation, Side.CUSTOMER, ids);
        var words = files.isEmpty() || !text.isBlank() ? Words.clean(text) : "";
        var said = new Event.CustomerSaid(checked(clientId), words, language, files, sent);
        yield processor.handle(conversation, said).thenApply(receipt -> answer(receipt, clientId));
      }
      case Inbound.Left(var clientId, var text, var contact) -> {
        var left = new Event.MessageLeft(checked(clientId), Words.clean(text), cleaned(contact));
        yield processor.handle(conversation, left).thenApply(receipt -> answer(receipt, clientId));
      }
      case Inbound.Rated(var clientId, var score, var comment) -> {
        var rated = new Event.CustomerRated(checked(clientId), score, cleaned(comment));
        yield processor
            .handle(conversation, rated)
            .thenApply(
                receipt ->
                    receipt instanceof Receipt.Ignored
                        ? new Answered.Refused(
                            "not_asked", "Nobody has asked how it was.", clientId)
                        : answer(receipt, clientId));
      }
      case Inbound.Viewed(var sku) ->
          processor
              .handle(conversation, new Event.CustomerViewed(Words.sku(sku)))
              .thenApply(receipt -> answer(receipt, new Answered.Taken(), id));
      case Inbound.Identified(var jwt) -> {
        var vouched = identity.vouched(jwt);
        yield vouched.isEmpty()
            ? refused("identify", "The shop's word for the customer is wrong or too old.", id)
            : identified(conversation, vouched.get(), id);
      }
      case Inbound.Received(var sequence) -> {
        watermarks.received(conversation, Side.CUSTOMER, sequence);
        yield CompletableFuture.completedFuture(new Answered.Taken());
      }
      case Inbound.Read(var sequence) -> {
        watermarks.read(conversation, Side.CUSTOMER, sequence);
        yield CompletableFuture.completedFuture(new Answered.Taken());
      }
      case Inbound.Typing(var on) -> {
        hub.customerTypes(conversation, on);
        yield CompletableFuture.completedFuture(new Answered.Taken());
      }
    };
  }

  private static String checked(String clientId) {
    if (!CLIENT_ID.matcher(clientId).matches()) {
      throw new MalformedFrameException("id: wanted 1 to 64 of A-Z, a-z, 0-9, _ . -");
    }
    return clientId;
  }

  /** Words that need not be there. */
  private static String cleaned(String words) {
    return words.isBlank() ? "" : Words.clean(words);
  }

  private CompletionStage<Answered> identified(
      String conversation, ShopIdentity.Vouched vouched, String id) {
    var customer = vouched.customer();
    return processor
        .handle(conversation, new Event.CustomerIdentified(customer))
        .thenCompose(
            receipt -> {
              var answered = answer(receipt, new Answered.Identified(customer), id);
              return answered instanceof Answered.Identified && !vouched.tier().isEmpty()
                  ? processor
                      .handle(conversation, new Event.CustomerDescribed("", vouched.tier()))
                      .thenApply(it -> answer(it, answered, id))
                  : CompletableFuture.completedFuture(answered);
            });
  }

  /** A customer came to this branch of the shop; completes once that is stored, or known. */
  CompletionStage<Receipt> arrived(String conversation, String store) {
    return processor.handle(conversation, new Event.CustomerDescribed(store, ""));
  }

  private static Answered answer(Receipt receipt, String id) {
    return switch (receipt) {
      case Receipt.Stored(var sequence) -> new Answered.Acknowledged(id, sequence, false);
      case Receipt.Duplicate(var sequence) -> new Answered.Acknowledged(id, sequence, true);
      case Receipt.Ignored(var state) ->
          new Answered.Refused("busy", "Not possible now: " + state, id);
      case Receipt.Refused(var reason) -> refusal(reason, id);
    };
  }

  private static Answered answer(Receipt receipt, Answered well, String id) {
    return switch (receipt) {
      case Receipt.Refused(var reason) -> refusal(reason, id);
      case Receipt.Ignored(var why) when why.equals(Receipt.Ignored.OTHER_CUSTOMER) ->
          new Answered.Refused(
              "identify_other", "This is another customer's conversation; begin a new one.", id);
      case Receipt.Stored _, Receipt.Duplicate _, Receipt.Ignored _ -> well;
    };
  }

  private static Answered refusal(String reason, String id) {
    return new Answered.Refused(reason, "Not stored; send it again later.", id);
  }

  private static CompletionStage<Answered> refused(
      String code, @org.jspecify.annotations.Nullable String message, String id) {
    return CompletableFuture.completedFuture(
        new Answered.Refused(code, String.valueOf(message), id));
  }
}
