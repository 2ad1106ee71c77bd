package dev.hotdesk.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    subcommands = {PluginCommand.class, LoginCommand.class, LogoutCommand.class})
@SuppressWarnings("NullAway.Init") // picocli does
public final class Main {

  static final int FAILED = 1;
  static final int UNREACHABLE = 3;
  static final int NOT_PERMITTED = 4;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      descriptionKey = "output",
      scope = ScopeType.INHERIT)
  Format format = Format.text;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
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

  static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
    return line(new Main(out, err, environment)).execute(arguments);
  }

  static CommandLine line(Main main) {
    return new CommandLine(main)
        .setOut(new java.io.PrintWriter(main.out, true))
        .setErr(new java.io.PrintWriter(main.err, true))
        .setExecutionExceptionHandler((fault, _, _) -> main.told(fault));
  }

  private int told(Exception fault) throws Exception {
    switch (fault) {
      case UnreachableException unreachable -> {
        err.println(unreachable.getMessage());
        return UNREACHABLE;
      }
      case RefusedException refused -> {
        err.println(refused.getMessage());
        return refused.isForbidden() ? NOT_PERMITTED : FAILED;
      }
      default -> throw fault;
    }
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
