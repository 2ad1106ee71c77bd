package dev.hotdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private static final Agent FIRST = new Lister(1, 1);
  private static final Agent SECOND = new Lister(2, 1);
  private static final Agent ONE_WAY = new Lister(2, 2);

  /** Remembers a list: in form 1 with commas, in form 2 with line breaks. */
  private record Lister(int memoryVersion, int oldestMemory) implements Agent {

    @Override
    public Reply respond(Turn turn, AgentContext context) {
      return Reply.say("unused");
    }

    @Override
    public String upgradeMemory(String document, int from) {
      return document.replace(',', '\n');
    }

    @Override
    public String downgradeMemory(String document, int to) {
      return document.replace('\n', ',');
    }
  }

  @Test
  void each_version_finds_the_document_in_its_own_form() {
    var first = Memory.of(FIRST, "tea,cups");
    assertThat(first.in(FIRST)).isEqualTo("tea,cups");
    assertThat(first.in(SECOND)).isEqualTo("tea\ncups");

    var second = Memory.of(SECOND, "tea\ncups\nmilk");
    assertThat(second).isEqualTo(new Memory(2, "tea\ncups\nmilk", Map.of(1, "tea,cups,milk")));
    assertThat(second.in(FIRST)).isEqualTo("tea,cups,milk");
    assertThat(Memory.of(FIRST, second.in(FIRST)).in(SECOND)).isEqualTo("tea\ncups\nmilk");
  }

  @Test
  void without_a_way_back_an_earlier_version_finds_nothing() {
    assertThat(Memory.of(ONE_WAY, "tea").in(FIRST)).isEmpty();
  }

  @Test
  void the_empty_text_forgets_and_a_long_one_is_refused() {
    assertThat(Memory.of(SECOND, "")).isEqualTo(Memory.NONE);
    assertThat(Memory.of(FIRST, "x".repeat(16 << 10)).isEmpty()).isFalse();
    assertThatThrownBy(() -> Memory.of(FIRST, "茶".repeat(6_000)))
        .hasMessageContaining("18,000 bytes");
  }
}
