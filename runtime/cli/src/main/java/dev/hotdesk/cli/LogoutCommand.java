package dev.hotdesk.cli;

import static dev.hotdesk.cli.Texts.text;

import jakarta.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Revokes and forgets the token that a login left. */
@Command(name = "logout")
@SuppressWarnings("NullAway.Init") // picocli does
final class LogoutCommand implements Callable<Integer> {

  @ParentCommand Main main;

  @Override
  public Integer call() {
    var credentials = main.credentials();
    var revoked = credentials.keptId().isPresent() && isRevoked(credentials);
    var forgot = credentials.forget();
    main.terminal()
        .show(
            Json.createObjectBuilder().add("forgotten", forgot).add("revoked", revoked).build(),
            _ ->
                !forgot
                    ? text("not-logged-in")
                    : revoked
                        ? text("logged-out", credentials.file())
                        : text("forgotten-only", credentials.file()));
    return 0;
  }

  /** The token may have ended already, and the server may be away. */
  private static boolean isRevoked(Credentials credentials) {
    try {
      new Server(credentials)
          .delete("admin/tokens/" + Server.word(credentials.keptId().orElse("")));
      return true;
    } catch (RefusedException | UnreachableException _) {
      return false;
    }
  }
}
