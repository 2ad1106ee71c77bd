package dev.hotdesk.agent.accounts;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pf4j.Extension;

/**
 * Tells customers how to come into their account, how to change or close it, and what points are
 * worth. It sees and changes no account.
 */
@Extension
public final class AccountsAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    var rules = new ShopRules(turn, context);
    return turn.intent().name().equals("account.points")
        ? rules.say("points_rules")
        : rules.say(Concern.of(turn.text()).map(it -> it.rule).orElse("account_change"));
  }

  /** What it is about the account. */
  private enum Concern {
    CLOSE("account_close", "注销|销户|删除账|清除.{0,4}(?:数据|资料)|close|delet|deactivat|erase"),
    MESSAGES(
        "account_privacy",
        "短信推|推送|营销|骚扰|退订|隐私|泄露|unsubscribe|marketing|newsletter|privacy|spam|opt out|my data"),
    SIGN_IN(
        "account_sign_in",
        "登录|登陆|登不|密码|验证码|锁|log.?in|sign.?in|password|passcode|code|locked|get into");

    private final String rule;
    private final Pattern words;

    Concern(String rule, String words) {
      this.rule = rule;
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Optional<Concern> of(String text) {
      return Stream.of(values()).filter(it -> it.words.matcher(text).find()).findFirst();
    }
  }
}
