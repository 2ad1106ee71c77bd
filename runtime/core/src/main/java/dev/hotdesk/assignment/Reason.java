package dev.hotdesk.assignment;

import dev.hotdesk.api.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One reason why a chat is where it is: a rule, the fact it looked at, and what came of it.
 *
 * @param rule which rule
 * @param arguments what stands in the places of its sentences
 */
public record Reason(Rule rule, List<Text> arguments) {

  /** Copies the arguments. */
  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** With arguments that are the same in each language. */
  public Reason(Rule rule, String... arguments) {
    this(rule, Stream.of(arguments).map(Reason::same).toList());
  }

  /** A text that is the same in each language. */
  public static Text same(String text) {
    return new Text(text, text);
  }

  /** The name of the rule, for people. */
  public Text name() {
    return filled(rule.name);
  }

  /** The fact that it looked at. */
  public Text fact() {
    return filled(rule.fact);
  }

  /** What came of it. */
  public Text effect() {
    return filled(rule.effect);
  }

  private Text filled(Text sentence) {
    return new Text(
        filled(sentence.zh(), arguments.stream().map(Text::zh).toList()),
        filled(sentence.en(), arguments.stream().map(Text::en).toList()));
  }

  private static String filled(String sentence, List<String> arguments) {
    var text = new StringBuilder();
    for (var i = 0; i < sentence.length(); i++) {
      var place = sentence.charAt(i) == '{' ? sentence.charAt(i + 1) - '0' : -1;
      if (place < 0) {
        text.append(sentence.charAt(i));
      } else {
        text.append(place < arguments.size() ? arguments.get(place) : "");
        i += 2;
      }
    }
    return text.toString();
  }

  /** A rule, with its sentences in both languages; {@code {0}} and so on are the arguments. */
  public enum Rule {
    /** 0 group. */
    NO_RULE(
        "默认分组",
        "Usual group",
        "没有路由规则符合",
        "No routing rule fits",
        "进入分组 {0}",
        "Waits for group {0}"),
    /** 0 rule, 1 facts, 2 group. */
    ROUTING_RULE(
        "路由规则“{0}”", "Routing rule “{0}”", "{1}", "{1}", "进入分组 {2}", "Waits for group {2}"),
    /** 0 group. */
    HANDED_TO_GROUP(
        "转接到分组",
        "Handed to a group",
        "被转到分组 {0}",
        "Handed to group {0}",
        "进入分组 {0}",
        "Waits for group {0}"),
    /** 0 group. */
    GROUP_IS_GONE(
        "转接到分组",
        "Handed to a group",
        "分组 {0} 已不存在",
        "There is no group {0} any more",
        "按路由规则分组",
        "The routing rules decide"),
    /** 0 rule, 1 lane. */
    LANE_OF_RULE(
        "路由规则的通道",
        "Lane of the rule",
        "规则“{0}”指定通道",
        "Rule “{0}” names a lane",
        "通道 {1}",
        "Lane {1}"),
    /** 0 plugin, 1 reason, 2 lane. */
    RAISED("优先级插件 {0}", "Priority plugin {0}", "{1}", "{1}", "提前到通道 {2}", "Raised to lane {2}"),
    /** 0 plugin, 1 reason, 2 lane. */
    LOWERED("优先级插件 {0}", "Priority plugin {0}", "{1}", "{1}", "降到通道 {2}", "Lowered to lane {2}"),
    /** 0 store. */
    STORE(
        "门店",
        "Store",
        "客户来自门店 {0}",
        "The customer came to store {0}",
        "优先由本店客服接待",
        "The store's own operators go first"),
    /** 0 skills. */
    SKILLS("技能", "Skills", "需要技能 {0}", "Wants {0}", "只分给会的客服", "Only operators who know them"),
    /** 0 seconds. */
    OVERDUE(
        "防止久等",
        "Waited too long",
        "已等满 {0} 秒",
        "Has waited for {0} s",
        "排在所有通道之前",
        "Goes before every lane"),
    /** 0 position, 1 lane, 2 since. */
    POSITION(
        "先来先服务",
        "Oldest first",
        "通道 {1},自 {2} 起等待",
        "Lane {1}, waiting since {2}",
        "排在第 {0} 位",
        "Place {0}"),
    /** 0 plugin, 1 reason, 2 until. */
    HELD(
        "审查插件 {0}",
        "Screening plugin {0}",
        "{1}",
        "{1}",
        "{2} 前不自动分配",
        "Not given to anybody by itself until {2}"),
    /** 0 group. */
    NOBODY_AT_WORK(
        "在岗客服",
        "Who is at work",
        "分组 {0} 没有客服在岗",
        "Nobody of group {0} is at work",
        "等待客服上线",
        "Waits for somebody to come"),
    /** 0 group, 1 skills. */
    NOBODY_WITH_SKILLS(
        "在岗客服",
        "Who is at work",
        "分组 {0} 在岗的客服都不会 {1}",
        "Nobody of group {0} at work knows {1}",
        "等待会的客服上线",
        "Waits for somebody who does"),
    /** 0 login. */
    KEPT_FOR_OPERATOR(
        "指定客服",
        "Meant for one operator",
        "指定由 {0} 接待,且其在岗",
        "Meant for {0}, who is at work",
        "暂时只留给 {0}",
        "Kept for {0} for a while"),
    /** 0 store, 1 seconds. */
    KEPT_FOR_STORE(
        "本店优先",
        "Same store first",
        "门店 {0} 有客服在岗",
        "Somebody of store {0} is at work",
        "{1} 秒内只留给本店",
        "Kept for the store for {1} s"),
    /** 0 group. */
    ALL_FULL(
        "接待上限",
        "Capacity",
        "分组 {0} 的客服都已满或忙碌",
        "Everybody of group {0} is full or busy",
        "等待空位",
        "Waits for room"),
    /** 0 group. */
    MODE_PICK(
        "手动接待",
        "Picked by hand",
        "分组 {0} 由客服自行挑选",
        "Operators of group {0} pick",
        "等待客服接起",
        "Waits to be picked"),
    /** 0 group. */
    MODE_NEXT(
        "按序接待",
        "Next in line",
        "分组 {0} 只能接下一位",
        "Group {0} serves in line",
        "轮到时由要求下一位的客服接起",
        "Goes to who asks for the next one"),
    /** 0 group. */
    MODE_AUTO(
        "自动分配",
        "Given out",
        "分组 {0} 自动分配",
        "Group {0} gives customers out",
        "有空位即分配",
        "Given as soon as there is room"),
    /** 0 login. */
    NEXT_IN_LINE(
        "按序接待",
        "Next in line",
        "{0} 要求接下一位",
        "{0} asked for the next one",
        "分给 {0}",
        "Given to {0}"),
    /** 0 login. */
    ASKED_FOR(
        "指定客服", "Meant for one operator", "指定由 {0} 接待", "Meant for {0}", "分给 {0}", "Given to {0}"),
    /** 0 login. */
    SERVED_LAST(
        "熟客优先",
        "Who served last",
        "上次由 {0} 接待,在岗且未满",
        "{0} served last, is here and has room",
        "分给 {0}",
        "Given to {0}"),
    /** 0 login, 1 store. */
    SAME_STORE(
        "本店优先",
        "Same store first",
        "{0} 属于门店 {1}",
        "{0} works for store {1}",
        "分给 {0}",
        "Given to {0}"),
    /** 0 login, 1 store, 2 seconds. */
    STORE_OVERFLOW(
        "门店溢出",
        "Store overflow",
        "等待门店 {1} 超过 {2} 秒",
        "Waited for store {1} for more than {2} s",
        "分给 {0}",
        "Given to {0}"),
    /** 0 login. */
    ROUND_ROBIN(
        "轮流分配",
        "Round robin",
        "{0} 最久没有接到新客户",
        "{0} has been given nobody for the longest time",
        "分给 {0}",
        "Given to {0}"),
    /** 0 login, 1 serving/capacity. */
    LEAST_BUSY("最闲优先", "Least busy", "{0} 正在接待 {1}", "{0} serves {1}", "分给 {0}", "Given to {0}"),
    /** 0 login. */
    PICKED(
        "手动接待",
        "Picked by hand",
        "{0} 自行接起",
        "{0} picked this customer",
        "由 {0} 接待",
        "Served by {0}"),
    /** 0 login. */
    GIVEN("分配", "Given", "分给 {0}", "Given to {0}", "由 {0} 接待", "Served by {0}"),
    /** 0 plugin, 1 reason. */
    FLAGGED("审查插件 {0}", "Screening plugin {0}", "{1}", "{1}", "提醒客服留意", "Operators are warned"),
    /** 0 reason. */
    WANTED(
        "转人工", "A person is wanted", "原因 {0}", "Reason {0}", "机器人停止回答", "The bot answers no more");

    private final Text name;
    private final Text fact;
    private final Text effect;

    Rule(
        String nameZh,
        String nameEn,
        String factZh,
        String factEn,
        String effectZh,
        String effectEn) {
      this.name = new Text(nameZh, nameEn);
      this.fact = new Text(factZh, factEn);
      this.effect = new Text(effectZh, effectEn);
    }

    /** The short code for it in frames and logs. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of a code, if it is one. */
    public static Optional<Rule> of(String code) {
      return Stream.of(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
  }
}
