package dev.hotdesk.cli;

import static dev.hotdesk.cli.Texts.text;

import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Logs in with a password once, and keeps a token that can be revoked. */
@Command(name = "login")
@SuppressWarnings("NullAway.Init") // picocli does
final class LoginCommand implements Callable<Integer> {

  @ParentCommand Main main;

  @Parameters(arity = "0..1", paramLabel = "URL", descriptionKey = "login.url", defaultValue = "")
  String url;

  @Option(names = "--user", paramLabel = "LOGIN", descriptionKey = "login.user", required = true)
  String user;

  @Option(names = "--days", paramLabel = "N", descriptionKey = "login.days", defaultValue = "90")
  int days;

  @Override
  public Integer call() {
    var known = main.credentials();
    var credentials =
        url.isEmpty()
            ? known
            : new Credentials(Credentials.address(url), known.token(), known.file());
    var server = new Server(credentials);
    var wish =
        Json.createObjectBuilder()
            .add("login", user)
            .add("password", password())
            .add("name", name())
            .add("days", days)
            .build();
    var token = server.asNobody("POST", "access/token", wish);
    credentials.keep(token.getString("id"), token.getString("token"));
    main.terminal()
        .show(
            Json.createObjectBuilder(token).remove("token").build(),
            it ->
                text("logged-in", credentials.url(), it.getString("expires"), credentials.file()));
    return 0;
  }

  /** Asked for without an echo; from a pipe, the first line. */
  private String password() {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isPresent()) {
      var typed = console.get().readPassword(text("password"), user);
      return typed == null ? "" : new String(typed);
    }
    try {
      var line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name() {
    try {
      var host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "");
      var name = "cli " + host;
      return name.strip().substring(0, Math.min(name.strip().length(), 20)).strip();
    } catch (UnknownHostException e) {
      return "cli";
    }
  }
}
