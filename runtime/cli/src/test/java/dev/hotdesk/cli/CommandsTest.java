package dev.hotdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What can be said about the commands without a server. */
class CommandsTest {

  @TempDir Path home;

  @Test
  void every_command_has_a_sentence_and_every_word_is_said_in_both_languages() throws IOException {
    var english = texts("texts.properties");
    var chinese = texts("texts_zh.properties");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());

    var headers =
        commands().stream()
            .map(it -> it.getCommandSpec().qualifiedName(".") + ".usage.header")
            .toList();
    assertThat(english.stringPropertyNames()).containsAll(headers);
  }

  @Test
  void the_help_of_every_command_is_told_and_every_option_described() {
    for (var command : commands()) {
      var usage = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
      assertThat(usage).contains("Usage: " + command.getCommandSpec().qualifiedName());
      command
          .getCommandSpec()
          .args()
          .forEach(
              it ->
                  assertThat(String.join(" ", it.description()))
                      .as(command.getCommandSpec().qualifiedName() + " " + it.paramLabel())
                      .isNotBlank());
    }
  }

  @Test
  void the_manual_has_every_command() throws IOException {
    var manual = Files.readString(Path.of("../../docs/cli.md"));
    for (var command : commands()) {
      if (command.getSubcommands().isEmpty()) {
        assertThat(manual).contains("`" + command.getCommandSpec().qualifiedName());
      }
    }
  }

  @Test
  void chinese_takes_two_places() {
    assertThat(Terminal.width("插件 ok")).isEqualTo(7);
  }

  @Test
  void wrong_usage_ends_with_two() {
    assertThat(run(Map.of(), "plugin", "frobnicate").code()).isEqualTo(2);
    assertThat(run(Map.of(), "plugin", "canary", "agent-orders").code()).isEqualTo(2);
    assertThat(run(Map.of(), "plugin", "list", "-o", "yaml").code()).isEqualTo(2);
  }

  @Test
  void it_speaks_the_language_that_is_asked_for_or_else_that_of_the_terminal() {
    var usual = Locale.getDefault();
    try {
      var chinese = Map.of("LANG", "zh_CN.UTF-8", "HOTDESK_URL", "http://127.0.0.1:1");
      assertThat(run(chinese, "plugin", "list").err()).contains("没有 Hotdesk 应答");
      assertThat(run(chinese, "plugin", "list", "--lang", "en").err())
          .contains("No Hotdesk answers");
      assertThat(run(Map.of(), "plugin", "--help", "--lang=zh").out()).contains("插件");
      assertThat(run(chinese, "plugin", "list", "--lang", "fr").code()).isEqualTo(2);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void a_server_that_is_not_there_ends_with_three() {
    var ran = run(Map.of("HOTDESK_URL", "http://127.0.0.1:1"), "plugin", "list");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("http://127.0.0.1:1");
  }

  @Test
  void an_address_that_is_none_is_named() {
    var ran = run(Map.of("HOTDESK_URL", "desk.example"), "plugin", "list");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("desk.example");
  }

  @Test
  void a_login_is_kept_where_only_its_owner_may_read() throws IOException {
    var environment = Map.of("HOME", home.toString(), "HOTDESK_URL", "http://127.0.0.1:1");
    Credentials.of(environment).keep("1a", "hdt_secret");

    var file = home.resolve(".config/hotdesk/credentials.json");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(Credentials.of(environment).token()).contains("hdt_secret");
    assertThat(
            Credentials.of(
                    Map.of("HOME", home.toString(), "HOTDESK_URL", "https://elsewhere.example"))
                .token())
        .isEmpty();
  }

  private record Ran(int code, String out, String err) {}

  private Ran run(Map<String, String> environment, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var all = new java.util.HashMap<>(environment);
    all.putIfAbsent("HOME", home.toString());
    var code = Main.run(stream(out), stream(err), all, words);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** All but the root. */
  private static List<CommandLine> commands() {
    Locale.setDefault(Locale.ENGLISH);
    var root = Main.line(new Main(System.out, System.err, Map.of()));
    var all = new ArrayList<CommandLine>();
    collect(root, all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    command
        .getSubcommands()
        .values()
        .forEach(
            it -> {
              all.add(it);
              collect(it, all);
            });
  }

  private static Properties texts(String name) throws IOException {
    var texts = new Properties();
    try (var in = Main.class.getResourceAsStream(name)) {
      texts.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
