package dev.hotdesk.screening.repeats;

import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Text;
import dev.hotdesk.api.Utterance;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pf4j.Extension;

/** Looks at a message and the customer's messages before it; keeps nothing itself. */
@Extension
public final class RepeatScreening implements Screening {

  private static final Duration SLOWED = Duration.ofSeconds(30);
  private static final Duration HELD = Duration.ofMinutes(5);
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)([\\p{Alnum}.-]{3,253})", Pattern.CASE_INSENSITIVE);

  /** What fraudsters say who pretend to be customers, and hardly anybody else. */
  private static final List<String> PHRASES =
      List.of(
          "刷单",
          "返佣",
          "兼职日结",
          "加我微信",
          "加微信",
          "加我qq",
          "私下转账",
          "私下交易",
          "银行卡密码",
          "发我验证码",
          "短信验证码",
          "代付",
          "套现",
          "扫码返利",
          "内部优惠渠道",
          "click this link",
          "verification code to me",
          "send me the code",
          "gift card number",
          "wire transfer to",
          "western union",
          "crypto wallet",
          "add me on whatsapp",
          "add me on telegram",
          "remote access",
          "anydesk",
          "teamviewer");

  @Override
  public Screened screen(Utterance said, PluginContext context) {
    var config = context.config();
    var inTime =
        said.before().stream()
            .filter(
                line -> line.at().isAfter(said.at().minusSeconds(config.number("flood_seconds"))))
            .count();
    if (inTime + 1 >= config.number("flood_messages")) {
      return Screened.limit(
          new Text(
              "%d 秒内发送 %d 条消息".formatted(config.number("flood_seconds"), inTime + 1),
              "%d messages in %d s".formatted(inTime + 1, config.number("flood_seconds"))),
          SLOWED);
    }
    var repeats = repeats(said);
    if (repeats >= config.number("repeats")) {
      return Screened.hold(
          new Text("连续 " + repeats + " 条相同消息", repeats + " times the same message"), HELD);
    }
    return phrase(said.text(), config.texts("phrases"))
        .or(() -> link(said.text(), config.texts("own_hosts")))
        .map(Screened::flag)
        .orElseGet(Screened::clear);
  }

  /** How many times in a row, this time included. */
  private static int repeats(Utterance said) {
    var words = plain(said.text());
    var count = 1;
    for (var line : said.before().reversed()) {
      if (!plain(line.text()).equals(words)) {
        break;
      }
      count++;
    }
    return count;
  }

  private static Optional<Text> phrase(String text, List<String> more) {
    var words = plain(text);
    return Stream.concat(PHRASES.stream(), more.stream())
        .filter(phrase -> !plain(phrase).isEmpty() && words.contains(plain(phrase)))
        .findFirst()
        .map(phrase -> new Text("疑似诈骗用语“" + phrase + "”", "Words of fraud: “" + phrase + "”"));
  }

  private static Optional<Text> link(String text, List<String> own) {
    return LINK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .filter(host -> own.stream().noneMatch(it -> host.equals(it) || host.endsWith("." + it)))
        .findFirst()
        .map(host -> new Text("外部链接 " + host, "A link to " + host));
  }

  /** Without spaces, width, case and signs, by which the same words are made to look other. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
