package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelContext;
import dev.hotdesk.api.ErpContext;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.PriorityContext;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.api.Utterance;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.PluginFaultException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every plugin promises, tried on its packed jar in a real plugin host. Extend it in a test
 * called {@code …IT}, which Maven runs after packing; there is nothing to fill in:
 *
 * <pre>{@code
 * class OpeningHoursIT extends PluginContract {}
 * }</pre>
 */
public abstract class PluginContract {

  private static final int RELOADS = 50;
  private static final Duration DEADLINE = Duration.ofMillis(200);

  @TempDir Path root;

  /** The packed plugin: what this build has made, unless overridden. */
  protected Path jar() {
    return PackedJar.ofThisBuild().path();
  }

  /** Gives the plugin the settings, secrets and answers of other systems that it needs, if any. */
  protected void lend(Lent lent) {}

  @Test
  void is_accepted_and_serves() {
    try (var plugin = hosted()) {
      plugin.drop(0);
    }
  }

  @Test
  void has_the_same_texts_in_both_languages() {
    new Wording(packed()).checkTexts();
  }

  @Test
  void understands_the_same_matters_in_both_languages() {
    new Wording(packed()).checkMatters();
  }

  @Test
  void asks_for_the_permissions_that_it_uses_and_for_no_other() {
    new UsedPermissions(packed()).checkAsked();
  }

  @Test
  void gives_the_same_reply_to_the_same_turn() {
    try (var plugin = hosted()) {
      plugin.drop(0);
      new Replay(plugin, packed(), plugin.lent()).checkTheSameReplyTwice();
    }
  }

  @Test
  void answers_or_brings_a_person_while_the_shop_is_down() {
    var trouble = new Trouble();
    trouble.erpIsDown();
    try (var plugin = hosted(trouble)) {
      plugin.drop(0);
      new Replay(plugin, packed(), plugin.lent()).checkWithoutShop();
    }
  }

  @Test
  void gives_its_thread_back_when_a_call_is_cut_off() {
    try (var plugin = hosted()) {
      plugin.drop(0);
      cutOff(plugin);
      HostedPlugin.await(
          "its thread to come back after a call was cut off; a plugin must end when it is"
              + " interrupted",
          () -> plugin.serving().health().busy() == 0 && plugin.serving().health().stuck() == 0);
      assertEquals(
          0,
          plugin.serving().health().stopped(),
          "calls that the runtime had to stop, as they went on after being interrupted");
    }
  }

  @Test
  void leaves_nothing_behind_when_it_is_reloaded_fifty_times() {
    try (var plugin = hosted()) {
      plugin.drop(0);
      for (int time = 1; time <= RELOADS; time++) {
        new Replay(plugin, packed(), plugin.lent()).checkTheSameReplyTwice();
        plugin.drop(time);
      }
      plugin.awaitCollected();
    }
  }

  @Test
  void does_nothing_a_second_time_when_an_occasion_comes_again() {
    try (var plugin = hosted()) {
      plugin.drop(0);
      try (var lease = plugin.bareLease()) {
        lease.functions().forEach(bound -> new Recurrence(bound, plugin.lent()).check());
      }
    }
  }

  private HostedPlugin hosted(Trouble trouble) {
    var plugin = new HostedPlugin(root, packed(), trouble);
    lend(plugin.lent());
    return plugin;
  }

  private PackedJar packed() {
    return new PackedJar(jar());
  }

  private HostedPlugin hosted() {
    return hosted(new Trouble());
  }

  /** Calls all that the plugin brings with things that block, each until its deadline. */
  private void cutOff(HostedPlugin plugin) {
    try (var lease = plugin.bareLease()) {
      for (var kind : plugin.serving().kinds()) {
        try {
          call(lease, kind);
        } catch (PluginFaultException e) {
          // Cut off as it should be, or it gave up by itself.
        }
      }
    }
  }

  private void call(Lease lease, String kind) {
    if (kind.startsWith("channel:")) {
      var noon = Instant.parse("2026-11-23T12:00:00Z");
      var message = new Outbound.Message(1, noon, Author.AGENT, "Bot", "Hello", "");
      lease
          .channel(kind.substring("channel:".length()))
          .orElseThrow()
          .call("send", DEADLINE, it -> it.send(message, Stall.of(ChannelContext.class)));
    } else if (kind.equals("erp")) {
      lease
          .erp()
          .orElseThrow()
          .call("orders", DEADLINE, it -> it.orders("C-1", Stall.of(ErpContext.class)));
    } else if (kind.equals("priority")) {
      lease
          .priorities()
          .getFirst()
          .call(
              "weigh",
              DEADLINE,
              it -> it.weigh(QueueTrial.waiting("C-1", ""), Stall.of(PriorityContext.class)));
    } else if (kind.equals("screening")) {
      var said = new Utterance("test.customer", "test", "", "hello", Instant.EPOCH, List.of());
      lease
          .screenings()
          .getFirst()
          .call("screen", DEADLINE, it -> it.screen(said, Stall.of(PluginContext.class)));
    } else if (kind.equals("adviser")) {
      lease
          .advisers()
          .getFirst()
          .call("advise", DEADLINE, it -> it.advise(turn(), Stall.of(AgentContext.class)));
    } else if (kind.equals("agent")) {
      lease
          .agent(packed().plugin())
          .orElseThrow()
          .call("respond", DEADLINE, it -> it.respond(turn(), Stall.of(AgentContext.class)));
    }
  }

  private Turn turn() {
    var sentences = Sentence.of(packed(), Language.EN);
    var intent = sentences.isEmpty() ? new Intent("none") : sentences.getFirst().intent();
    var words = sentences.isEmpty() ? "hello" : sentences.getFirst().words();
    return new Turn(
        "test.customer", words, new Understanding(Language.EN, intent, 1, Map.of()), List.of());
  }
}
