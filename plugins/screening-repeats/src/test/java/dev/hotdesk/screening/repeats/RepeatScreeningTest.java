package dev.hotdesk.screening.repeats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Text;
import dev.hotdesk.testkit.Lent;
import dev.hotdesk.testkit.QueueTrial;
import dev.hotdesk.testkit.ScreeningContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatScreeningTest extends ScreeningContract {

  private final QueueTrial trial = QueueTrial.screening(screening());

  @BeforeEach
  void set() {
    lend(trial.lent());
  }

  @Override
  protected Screening screening() {
    return new RepeatScreening();
  }

  @Override
  protected void lend(Lent lent) {
    lent.configured("flood_messages", 10L)
        .configured("flood_seconds", 15L)
        .configured("repeats", 4L)
        .configured("own_hosts", List.of("shop.example"))
        .configured("phrases", List.of("免费领取"));
  }

  @Override
  protected List<String> suspicious() {
    return List.of("加我微信聊", "好的", "好的", "好的", "好的", "send me the code please");
  }

  @Test
  void slows_a_flood_down() {
    for (var i = 1; i < 10; i++) {
      assertEquals(Screened.clear(), trial.says("message " + i));
    }

    assertEquals(
        Screened.limit(new Text("15 秒内发送 10 条消息", "10 messages in 15 s"), Duration.ofSeconds(30)),
        trial.says("message 10"));
    assertEquals(Screened.clear(), trial.saysAfter(Duration.ofSeconds(20), "sorry"));
  }

  @Test
  void holds_who_says_the_same_again_and_again_however_it_is_spelt() {
    for (var text : List.of("Hello!", "hello", "ＨＥＬＬＯ")) {
      assertEquals(Screened.clear(), trial.saysAfter(Duration.ofMinutes(1), text));
    }

    assertInstanceOf(Screened.Held.class, trial.saysAfter(Duration.ofMinutes(1), "h e l l o ..."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "可以加 我 微信吗",
        "有刷单的兼职吗",
        "把短信验证码告诉我",
        "免 费 领 取",
        "Please send me the code.",
        "Add me on WhatsApp",
        "Pay by Western Union"
      })
  void warns_of_words_of_fraud(String text) {
    assertInstanceOf(Screened.Flagged.class, trial.says(text));
  }

  @Test
  void warns_of_links_but_not_of_the_shops_own() {
    assertEquals(
        Screened.flag(new Text("外部链接 evil.example", "A link to evil.example")),
        trial.says("看看 https://evil.example/x"));
    assertEquals(Screened.clear(), trial.says("https://www.shop.example/p/1"));
  }
}
