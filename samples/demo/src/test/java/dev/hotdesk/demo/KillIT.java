package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies under an open chat and comes back. */
@ExtendWith({Browsers.class, OpenHouse.class})
class KillIT {

  private static final double BACK_MILLIS = 120_000;

  private final Browsers.Lent browsers;
  private final Site site;

  KillIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void after_a_kill_everything_is_there_and_the_chat_goes_on_by_itself()
      throws IOException, InterruptedException {
    var waiting = ShopWindow.open(browsers, site, "zh-CN", "/");
    waiting.say("转人工");
    waiting.awaitState("waiting");
    var chatting = ShopWindow.open(browsers, site, "en-GB", "/");
    chatting.ask("where is order 20261123-88", "digits|phone");

    site.kill();
    var own = chatting.messages("customer");
    chatting.page().getByTestId("hotdesk-input").fill("6688");
    chatting.page().getByTestId("hotdesk-send").click();
    assertThat(own).hasCount(2);
    assertThat(own.last()).hasAttribute("data-status", "sending");
    Browsers.screenshot(chatting.page(), "kill-offline");
    site.start();

    assertThat(own.last())
        .hasAttribute(
            "data-status",
            "sent",
            new LocatorAssertions.HasAttributeOptions().setTimeout(BACK_MILLIS));
    assertThat(chatting.messages("agent"))
        .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(BACK_MILLIS));
    assertThat(chatting.messages("agent").last()).containsText("20261123-88");
    assertThat(own).hasCount(2);
    Browsers.screenshot(chatting.page(), "kill-back");
    assertThat(waiting.page().getByTestId("hotdesk-state")).hasCount(1);
    waiting.page().reload();
    waiting.openChat();
    waiting.awaitState("waiting");
    assertThat(waiting.messages("customer")).hasCount(1);
    waiting.close();
    chatting.close();
  }
}
