package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every agent promises, tried on an object of the test in milliseconds. Extend it, and say
 * which agent. {@link PluginContract} tries the same and more on the packed jar.
 */
public abstract class AgentContract {

  /** The agent under test. */
  protected abstract Agent agent();

  /** Gives the agent the settings, secrets and answers of other systems that it needs, if any. */
  protected void lend(Lent lent) {}

  @Test
  void has_the_same_texts_in_both_languages() {
    wording().checkTexts();
  }

  @Test
  void understands_the_same_matters_in_both_languages() {
    wording().checkMatters();
  }

  @Test
  void gives_the_same_reply_to_the_same_turn() {
    replay(new Trouble()).checkTheSameReplyTwice();
  }

  @Test
  void answers_or_brings_a_person_while_the_shop_is_down() {
    var trouble = new Trouble();
    trouble.erpIsDown();
    replay(trouble).checkWithoutShop();
  }

  private Wording wording() {
    return new Wording(new JarFiles(agent().getClass()));
  }

  private Replay replay(Trouble trouble) {
    var agent = agent();
    var plugins =
        new ClassPathPlugins(List.of(agent), Replay.shop(trouble), trouble, new VirtualClock());
    lend(plugins.lent());
    return new Replay(plugins, new JarFiles(agent.getClass()), plugins.lent());
  }
}
