package dev.hotdesk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code hotdesk plugin …}, {@code hotdesk login}, {@code hotdesk logout}.
 *
 * <p>It ends with 0 if it worked, 1 if the server refused or a check failed, 2 if it was used
 * wrongly, 3 if the server cannot be reached, 4 if one may not.
 */
@Command(
    name = "hotdesk",
    resourceBundle = "dev.hotdesk.cli.texts",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    subcommands = {PluginCommand.class, NodeCommand.class, LoginCommand.class, LogoutCommand.class})
@SuppressWarnings("NullAway.Init") // picocli does
public final class Main {

  private static final String LANG = "--lang";

  static final int FAILED = 1;
  static final int USED_WRONGLY = 2;
  static final int UNREACHABLE = 3;
  static final int NOT_PERMITTED = 4;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      descriptionKey = "output",
      scope = ScopeType.INHERIT)
  Format format = Format.text;

  /** Looked for before anything is parsed, so that help and faults are told in it too. */
  @Option(names = LANG, paramLabel = "LANGUAGE", descriptionKey = "lang", scope = ScopeType.INHERIT)
  @Nullable Language language;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** What can be spoken. */
  @SuppressWarnings("JavaCase") // as it is typed
  enum Language {
    zh,
    en
  }

  /** How results are written. */
  @SuppressWarnings("JavaCase") // as it is typed
  enum Format {
    text,
    json
  }

  /** Runs one command. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, System.getenv(), arguments));
  }

  /** As is asked for, or as the terminal says, also where the system lacks that locale's files. */
  private static void speak(Map<String, String> environment, String... words) {
    var terminal =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""));
    Stream.concat(Stream.of(asked(words)), terminal)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .ifPresent(it -> Locale.setDefault(it.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH));
  }

  private static String asked(String... words) {
    for (var i = 0; i < words.length; i++) {
      if (words[i].startsWith(LANG + "=")) {
        return words[i].substring(LANG.length() + 1);
      }
      if (words[i].equals(LANG) && i + 1 < words.length) {
        return words[i + 1];
      }
    }
    return "";
  }

  static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
    speak(environment, arguments);
    return line(new Main(out, err, environment)).execute(arguments);
  }

  static CommandLine line(Main main) {
    return new CommandLine(main)
        .setOut(new PrintWriter(main.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(main.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((fault, _, _) -> main.told(fault));
  }

  private int told(Exception fault) throws Exception {
    return switch (fault) {
      case UnreachableException unreachable -> ended(unreachable, UNREACHABLE);
      case RefusedException refused ->
          ended(refused, refused.isForbidden() ? NOT_PERMITTED : FAILED);
      default -> throw fault;
    };
  }

  private int ended(Exception fault, int code) {
    err.println(fault.getMessage());
    return code;
  }

  Terminal terminal() {
    return new Terminal(out, err, format == Format.json);
  }

  Credentials credentials() {
    return Credentials.of(environment);
  }

  Server server() {
    return new Server(credentials());
  }

  /** Which version this is. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"hotdesk " + (version == null ? "unknown" : version)};
    }
  }
}
