package dev.hotdesk.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Who opens a socket: it may stay open for longer than the log-in that it was opened with. */
public final class SocketCaller implements Principal {

  private final Account account;
  private final String token;
  private final LoginSessions sessions;

  private SocketCaller(Account account, String token, LoginSessions sessions) {
    this.account = account;
    this.token = token;
    this.sessions = sessions;
  }

  /** Who sends this request, if it is a member of staff. */
  public static Optional<SocketCaller> of(HttpServletRequest request, LoginSessions sessions) {
    return Caller.of(request)
        .flatMap(
            login ->
                Caller.token(request)
                    .map(token -> new SocketCaller(login.account(), token, sessions)));
  }

  @Override
  public String getName() {
    return account.login();
  }

  /** Whether they serve customers; supervisors do. */
  public boolean mayServe() {
    return account.groups().contains(Role.OPERATOR.word());
  }

  /**
   * Whether the log-in has not ended meanwhile. Asks the database.
   *
   * @param used whether they did something since this was asked last
   */
  public boolean isLoggedIn(boolean used) {
    return sessions.holds(token, used);
  }
}
