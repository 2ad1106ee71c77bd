package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Neighbourhood;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Lets staff in, and out. */
public final class Logins {

  private static final Duration WHILE_BUSY = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginSessions sessions;
  private final Audit audit;
  private final LoginThrottle throttle;

  /** Lets in who has one of these accounts. */
  public Logins(
      Accounts accounts, Passwords passwords, LoginSessions sessions, Audit audit, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.throttle = new LoginThrottle(clock);
  }

  /** What became of an attempt. */
  sealed interface Outcome {

    /** They are in, with this token. */
    record In(String token, Login login) implements Outcome {}

    /** Login or password is wrong; nobody is told which. */
    record Wrong() implements Outcome {}

    /** They must wait before they try again. */
    record Wait(Duration pause) implements Outcome {}
  }

  Outcome login(String typed, String password, String address) {
    var known = known(typed);
    var refused = refusal(known, password, address);
    return refused.isPresent() ? refused.get() : in(known, "login", address);
  }

  /** Empty if this is an admin's password; nobody is logged in by that. */
  Optional<Outcome> vouch(String typed, String password, String address) {
    var login = known(typed);
    return refusal(login, password, address)
        .or(
            () ->
                accounts.find(login).filter(Account::isAdmin).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Outcome.Wrong()));
  }

  static String known(String typed) {
    var login = typed.strip().toLowerCase(Locale.ROOT);
    return Account.isLogin(login) ? login : "?";
  }

  /** Replaces one's own password and ends one's other log-ins. */
  Outcome renew(String login, String current, String password, String address) {
    var refused = refusal(login, current, address);
    if (refused.isPresent()) {
      return refused.get();
    }
    accounts.password(login, password);
    sessions.endAll(login);
    return in(login, "account.password", address);
  }

  private Outcome in(String login, String what, String address) {
    var token = sessions.begin(login);
    audit.add(login, what, "", address);
    return sessions
        .ofToken(token)
        .<Outcome>map(found -> new Outcome.In(token, found))
        .orElseGet(Outcome.Wrong::new);
  }

  /** Empty if the pair is right. */
  private Optional<Outcome> refusal(String login, String password, String address) {
    var from = Neighbourhood.of(address);
    var pause = throttle.attempt(login, from);
    if (!pause.isZero()) {
      return Optional.of(new Outcome.Wait(pause));
    }
    try {
      if (!passwords.matches(password, accounts.password(login))) {
        audit.add(login, "login.wrong", "", address);
        return Optional.of(new Outcome.Wrong());
      }
    } catch (Passwords.BusyException _) {
      throttle.right(login, from);
      return Optional.of(new Outcome.Wait(WHILE_BUSY));
    }
    throttle.right(login, from);
    return Optional.empty();
  }

  void logout(String token, String login) {
    sessions.end(token);
    audit.add(login, "logout", "", "");
  }
}
