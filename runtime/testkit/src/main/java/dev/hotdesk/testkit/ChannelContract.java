package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.api.Aside;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.Delivery;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.routing.LentToChannel;
import dev.hotdesk.routing.NothingLent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every channel adapter promises. Extend it, and say how a customer's client writes. */
public abstract class ChannelContract {

  private static final String NASTY =
      "它会起球吗?🧶 \"quoted\" \\back\\ <b>&amp;</b> \t tab\nline {0} O'Brien \u2028 \u0001";

  /** The adapter under test. */
  protected abstract ChannelAdapter adapter();

  /** The frame by which a client says something. */
  protected abstract String saying(String clientId, String text);

  @Test
  void has_a_name_for_addresses() {
    assertTrue(adapter().channel().matches("[a-z][a-z0-9-]{0,30}"), adapter().channel());
  }

  @Test
  void reads_what_customers_say_whatever_the_letters() {
    assertEquals(new Inbound.Said("c-1", NASTY), adapter().read(saying("c-1", NASTY)));
  }

  @Test
  void refuses_whatever_is_no_frame_and_keeps_the_customers_words_to_itself() {
    var good = saying("c-1", "a secret of mine");
    var bad =
        new ArrayList<>(List.of("", " ", "null", "\u0000", "[".repeat(16_000), "{".repeat(16_000)));
    IntStream.range(1, good.length()).mapToObj(end -> good.substring(0, end)).forEach(bad::add);
    for (var frame : bad) {
      var refusal = assertThrows(MalformedFrameException.class, () -> adapter().read(frame), frame);
      assertFalse(String.valueOf(refusal.getMessage()).contains("secret"), refusal.getMessage());
      assertFalse(String.valueOf(refusal.getMessage()).isBlank());
    }
  }

  @Test
  void sends_messages_and_changes_of_state() {
    var noon = Instant.parse("2026-11-23T12:00:00Z");
    assertEquals(1, sent(new Outbound.Message(1, noon, Author.CUSTOMER, "", NASTY, "c-1")).size());
    assertEquals(1, sent(new Outbound.Message(2, noon, Author.AGENT, "Bot", NASTY, "")).size());
    assertEquals(1, sent(new Outbound.Status(3, noon, "waiting", "", "handoff")).size());
    assertFalse(sent(new Outbound.Typing(true)).size() > 1);
  }

  @Test
  void keeps_to_itself_what_was_taken_back_and_bears_what_it_does_not_know() {
    var noon = Instant.parse("2026-11-23T12:00:00Z");
    assertFalse(told(new Aside.Recalled(2, noon, 1)).size() > 1);
    assertFalse(told(new Aside.Receipts(2, 1)).size() > 1);
    assertFalse(told(new Aside.Queued(3, Duration.ofMinutes(1), Duration.ofMinutes(3))).size() > 1);
    assertEquals(List.of(), told(new Aside() {}));
  }

  private static ChannelContext connection(Consumer<String> frames) {
    return new LentToChannel(new NothingLent(Clock.systemUTC()), frames);
  }

  /** What the adapter writes for this; it must accept it. */
  protected final List<String> sent(Outbound outbound) {
    var frames = new ArrayList<String>();
    assertEquals(new Delivery.Accepted(), adapter().send(outbound, connection(frames::add)));
    return frames;
  }

  /** What the adapter writes for this; it must accept it. */
  protected final List<String> told(Aside aside) {
    var frames = new ArrayList<String>();
    assertEquals(new Delivery.Accepted(), adapter().tell(aside, connection(frames::add)));
    return frames;
  }
}
