package dev.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.testkit.bad.CountingAgent;
import dev.hotdesk.testkit.bad.SoundAgent;
import dev.hotdesk.testkit.bad.StubbornAgent;
import dev.hotdesk.testkit.bad.ThreadAgent;
import dev.hotdesk.testkit.bad.TouchyAgent;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract finds each promise that a plugin breaks. */
class PluginContractTest {

  @TempDir Path folder;

  /** A plugin that keeps all of them. */
  @Nested
  class OfASoundPlugin extends PluginContract {
    @Override
    protected Path jar() {
      return BadJar.of(SoundAgent.class).into(folder, "bad.jar");
    }
  }

  @Test
  void finds_a_thread_that_stays_and_names_it() {
    var contract = contract(BadJar.of(ThreadAgent.class));

    assertThatThrownBy(contract::leaves_nothing_behind_when_it_is_reloaded_fifty_times)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("forgotten");
  }

  @Test
  void finds_a_reply_that_depends_on_what_the_plugin_keeps() {
    var contract = contract(BadJar.of(CountingAgent.class));

    assertThatThrownBy(contract::gives_the_same_reply_to_the_same_turn)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Asked again");
  }

  @Test
  void finds_a_plugin_that_goes_on_after_its_deadline() {
    var contract = contract(BadJar.of(StubbornAgent.class));

    assertThatThrownBy(contract::gives_its_thread_back_when_a_call_is_cut_off)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("had to stop");
  }

  @Test
  void finds_a_plugin_that_breaks_over_a_shop_that_is_down() {
    var contract = contract(BadJar.of(TouchyAgent.class));

    assertThatThrownBy(contract::answers_or_brings_a_person_while_the_shop_is_down)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("agent_failed");
  }

  @Test
  void finds_a_text_that_one_language_lacks() {
    var contract = contract(BadJar.of(SoundAgent.class).entry("texts/zh.properties", "bye=再见\n"));

    assertThatThrownBy(contract::has_the_same_texts_in_both_languages)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("same keys");
  }

  @Test
  void finds_a_place_that_one_language_does_not_fill() {
    var contract =
        contract(BadJar.of(SoundAgent.class).entry("texts/zh.properties", "greeting=你好\n"));

    assertThatThrownBy(contract::has_the_same_texts_in_both_languages)
        .hasMessageContaining("greeting must have the same places");
  }

  @Test
  void finds_a_matter_that_one_language_does_not_know() {
    var contract =
        contract(BadJar.of(SoundAgent.class).entry("intents/en.txt", "[hello.wave]\nhi\n"));

    assertThatThrownBy(contract::understands_the_same_matters_in_both_languages)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("hello.wave");
  }

  @Test
  void finds_a_permission_that_no_class_uses() {
    var contract = contract(BadJar.of(SoundAgent.class).manifest("Hotdesk-Permissions", "storage"));

    assertThatThrownBy(contract::asks_for_the_permissions_that_it_uses_and_for_no_other)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected: <[]> but was: <[storage]>");
  }

  @Test
  void finds_a_permission_that_is_used_without_being_asked_for() {
    var contract = contract(BadJar.of(TouchyAgent.class));

    assertThatThrownBy(contract::asks_for_the_permissions_that_it_uses_and_for_no_other)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected: <[erp:read]> but was: <[]>");
  }

  @Test
  void passes_on_why_the_runtime_refuses_a_jar() {
    var contract = contract(BadJar.of(SoundAgent.class).manifest("Plugin-Requires", ">=9.0.0"));

    assertThatThrownBy(contract::is_accepted_and_serves)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("built for plugin API >=9.0.0");
  }

  private PluginContract contract(PluginDraft bad) {
    var contract = new BadPlugin(bad.into(folder, "bad.jar"));
    contract.root = folder.resolve("root");
    return contract;
  }
}
