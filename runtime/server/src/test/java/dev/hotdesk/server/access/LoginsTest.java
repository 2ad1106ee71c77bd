package dev.hotdesk.server.access;

import static dev.hotdesk.server.access.Staff.AMY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.access.Logins.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

  private static final String PASSWORD = "amy's password";

  private final Staff staff = Staff.onH2();

  @BeforeEach
  void hire() {
    staff.accounts.add(AMY, PASSWORD);
  }

  @Test
  void the_right_pair_lets_in() {
    assertThat(staff.logins.login(" Amy ", PASSWORD, "10.0.0.1"))
        .isInstanceOfSatisfying(
            Outcome.In.class,
            in -> assertThat(staff.sessions.ofToken(in.token())).contains(in.login()));
  }

  @Test
  void only_an_admins_password_is_good_for_a_token() {
    staff.accounts.add(Staff.ADMIN, PASSWORD);
    assertThat(staff.logins.vouch(" Admin", PASSWORD, "10.0.0.1")).isEmpty();
    assertThat(staff.logins.vouch("admin", "a guess", "10.0.0.1")).contains(new Outcome.Wrong());
    assertThat(staff.logins.vouch("amy", PASSWORD, "10.0.0.1")).contains(new Outcome.Wrong());
  }

  @Test
  void nobody_learns_which_of_the_two_was_wrong() {
    var wrongPassword = staff.logins.login("amy", "a guess", "10.0.0.1");
    var compared = staff.hash.comparisons;
    var unknownLogin = staff.logins.login("zoe", "a guess", "10.0.0.1");
    assertThat(wrongPassword).isEqualTo(new Outcome.Wrong());
    assertThat(unknownLogin).isEqualTo(new Outcome.Wrong());
    assertThat(staff.hash.comparisons).isEqualTo(compared + 1);
  }

  @Test
  void who_is_disabled_stays_out() {
    staff.accounts.replace(new Account("amy", "Amy", AMY.roles(), true));
    assertThat(staff.logins.login("amy", PASSWORD, "10.0.0.1")).isEqualTo(new Outcome.Wrong());
  }

  @Test
  void who_guesses_waits_even_with_the_right_one() {
    for (var i = 0; i < 5; i++) {
      staff.logins.login("amy", "guess " + i, "10.0.0.1");
    }
    assertThat(staff.logins.login("amy", PASSWORD, "10.0.0.1"))
        .isEqualTo(new Outcome.Wait(Duration.ofSeconds(30)));
  }

  @Test
  void a_line_with_many_ipv6_addresses_counts_as_one() {
    for (var i = 0; i < 5; i++) {
      staff.logins.login("amy", "guess " + i, "2001:db8:1:2::" + i);
    }
    assertThat(staff.logins.login("amy", PASSWORD, "2001:db8:1:2:ffff::9"))
        .isInstanceOf(Outcome.Wait.class);
    assertThat(staff.logins.login("amy", PASSWORD, "2001:db8:1:3::1"))
        .isInstanceOf(Outcome.In.class);
  }

  @Test
  void who_knows_the_current_password_may_replace_it() {
    var elsewhere = staff.sessions.begin("amy");
    assertThat(staff.logins.renew("amy", "a guess", "a better password", "10.0.0.1"))
        .isEqualTo(new Outcome.Wrong());
    assertThat(staff.logins.renew("amy", PASSWORD, "a better password", "10.0.0.1"))
        .isInstanceOf(Outcome.In.class);
    assertThat(staff.sessions.ofToken(elsewhere)).isEmpty();
    assertThat(staff.logins.login("amy", "a better password", "10.0.0.1"))
        .isInstanceOf(Outcome.In.class);
  }

  @Test
  void looking_whether_a_log_in_holds_is_no_use_of_it() {
    var token = staff.sessions.begin("amy");
    staff.clock.turn(LoginSessions.IDLE.minusMinutes(1));
    assertThat(staff.sessions.holds(token, false)).isTrue();
    staff.clock.turn(Duration.ofMinutes(2));
    assertThat(staff.sessions.holds(token, false)).isFalse();
  }

  @Test
  void what_is_done_through_a_socket_keeps_a_log_in() {
    var token = staff.sessions.begin("amy");
    staff.clock.turn(LoginSessions.IDLE.minusMinutes(1));
    assertThat(staff.sessions.holds(token, true)).isTrue();
    staff.clock.turn(Duration.ofMinutes(2));
    assertThat(staff.sessions.holds(token, false)).isTrue();
  }

  @Test
  void comings_and_goings_leave_a_trail() {
    staff.logins.login("amy", "a guess", "10.0.0.1");
    if (staff.logins.login("amy", PASSWORD, "10.0.0.1") instanceof Outcome.In(var token, _)) {
      staff.logins.logout(token, "amy");
    }
    assertThat(staff.audit.before(Long.MAX_VALUE))
        .extracting(Audit.Entry::what)
        .containsExactly("logout", "login", "login.wrong");
  }
}
