package dev.hotdesk.agent.accounts;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Passage;
import dev.hotdesk.testkit.Conversation;
import org.junit.jupiter.api.Test;

class AccountsAgentTest {

  private final Conversation conversation = Conversation.with(new AccountsAgent());

  @Test
  void each_concern_has_the_retailers_own_words() {
    conversation
        .lent()
        .configured("account_sign_in_zh", "点忘记密码")
        .configured("account_close_zh", "在设置里注销")
        .configured("account_change_zh", "在设置里修改")
        .configured("account_privacy_zh", "回复 T 退订")
        .configured("points_rules_zh", "看会员中心");
    conversation
        .customerSays("登录密码忘了怎么办")
        .isUnderstoodAs("account.manage")
        .hears("点忘记密码")
        .customerSays("我想注销账号")
        .hears("在设置里注销")
        .customerSays("怎么换绑手机号")
        .hears("在设置里修改")
        .customerSays("怎么关掉营销短信")
        .hears("回复 T 退订")
        .customerSays("积分怎么用")
        .isUnderstoodAs("account.points")
        .hears("看会员中心");
  }

  @Test
  void in_english_too() {
    conversation
        .lent()
        .configured("account_sign_in_en", "Choose Forgot password")
        .configured("account_close_en", "Close it under Settings")
        .configured("points_rules_en", "See Membership");
    conversation
        .customerSays("i forgot my password")
        .isUnderstoodAs("account.manage")
        .hears("Choose Forgot password")
        .customerSays("how do i close my account")
        .hears("Close it under Settings")
        .customerSays("how many points do i have")
        .isUnderstoodAs("account.points")
        .hears("See Membership");
  }

  @Test
  void where_the_retailer_lays_nothing_down_a_person_answers() {
    conversation.customerSays("积分怎么用").waitsForOperator("rule_unknown");
  }

  @Test
  void the_retailers_documents_come_before_the_settings_and_are_named() {
    conversation.lent().configured("points_rules_en", "See Membership");
    conversation
        .knowing(
            new Passage("A hundred points are worth 1 yuan.", "Club", "Points", Language.EN, 1))
        .customerSays("what are a hundred points worth")
        .isUnderstoodAs("account.points")
        .hears("A hundred points are worth 1 yuan.\nSource: Club › Points")
        .doesNotHear("See Membership");
  }
}
