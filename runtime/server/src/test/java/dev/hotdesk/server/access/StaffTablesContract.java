package dev.hotdesk.server.access;

import static dev.hotdesk.server.access.Staff.ADMIN;
import static dev.hotdesk.server.access.Staff.AMY;
import static dev.hotdesk.server.access.Staff.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.access.Accounts.Change;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for staff. */
abstract class StaffTablesContract {

  private Staff staff;

  abstract Staff staff();

  @BeforeEach
  void hire() {
    staff = staff();
    staff.accounts.add(ADMIN, "admin's password");
    staff.accounts.add(AMY, "amy's password");
    staff.accounts.add(SUE, "sue's password");
  }

  @Test
  void knows_everybody_by_login() {
    assertThat(staff.accounts.all()).containsExactly(ADMIN, AMY, SUE);
  }

  @Test
  void a_login_is_there_once() {
    assertThat(staff.accounts.add(AMY, "another password")).isEqualTo(Change.EXISTS);
  }

  @Test
  void the_last_admin_stays_one() {
    var demoted = new Account("admin", "Admin", Set.of(Role.OPERATOR), false);
    var disabled = new Account("admin", "Admin", Set.of(Role.ADMIN), true);
    assertThat(staff.accounts.remove("admin")).isEqualTo(Change.LAST_ADMIN);
    assertThat(staff.accounts.replace(demoted)).isEqualTo(Change.LAST_ADMIN);
    assertThat(staff.accounts.replace(disabled)).isEqualTo(Change.LAST_ADMIN);
    assertThat(staff.accounts.find("admin")).contains(ADMIN);
  }

  @Test
  void one_admin_may_go_when_there_is_another() {
    staff.accounts.replace(new Account("amy", "Amy", Set.of(Role.ADMIN), false));
    assertThat(staff.accounts.remove("admin")).isEqualTo(Change.MADE);
  }

  @Test
  void who_is_not_there_cannot_be_changed() {
    var nobody = new Account("nobody", "Nobody", Set.of(Role.OPERATOR), false);
    assertThat(staff.accounts.remove("nobody")).isEqualTo(Change.ABSENT);
    assertThat(staff.accounts.replace(nobody)).isEqualTo(Change.ABSENT);
    assertThat(staff.accounts.password("nobody", "any password")).isEqualTo(Change.ABSENT);
  }

  @Test
  void a_log_in_leads_to_its_account() {
    var token = staff.sessions.begin("sue");
    assertThat(staff.sessions.find("theme=dark; hotdesk_session=" + token))
        .contains(new Login(SUE, LoginSessions.csrf(token)));
  }

  @Test
  void a_log_in_ends_when_it_is_not_used_for_twelve_hours() {
    var token = staff.sessions.begin("amy");
    staff.clock.turn(Duration.ofHours(11));
    assertThat(staff.sessions.ofToken(token)).isPresent();
    staff.clock.turn(Duration.ofHours(11));
    assertThat(staff.sessions.ofToken(token)).isPresent();
    staff.clock.turn(Duration.ofHours(12).plusSeconds(1));
    assertThat(staff.sessions.ofToken(token)).isEmpty();
  }

  @Test
  void a_log_in_ends_after_seven_days_however_busy() {
    var token = staff.sessions.begin("amy");
    for (var hours = 0; hours < 7 * 24; hours += 6) {
      assertThat(staff.sessions.ofToken(token)).isPresent();
      staff.clock.turn(Duration.ofHours(6));
    }
    staff.clock.turn(Duration.ofSeconds(1));
    assertThat(staff.sessions.ofToken(token)).isEmpty();
  }

  @Test
  void a_log_in_ends_with_its_account() {
    var amys = staff.sessions.begin("amy");
    var sues = staff.sessions.begin("sue");
    staff.accounts.remove("amy");
    staff.accounts.replace(new Account("sue", "Sue", SUE.roles(), true));
    assertThat(staff.sessions.ofToken(amys)).isEmpty();
    assertThat(staff.sessions.ofToken(sues)).isEmpty();
  }

  @Test
  void one_log_in_ends_without_the_others() {
    var phone = staff.sessions.begin("amy");
    var desk = staff.sessions.begin("amy");
    staff.sessions.end(phone);
    assertThat(staff.sessions.ofToken(phone)).isEmpty();
    assertThat(staff.sessions.ofToken(desk)).isPresent();
    staff.sessions.endAll("amy");
    assertThat(staff.sessions.ofToken(desk)).isEmpty();
  }

  @Test
  void a_token_opens_for_who_made_it_and_is_kept_as_a_hash_only() {
    var made = staff.tokens.make("admin", "ci", Duration.ofDays(1));

    assertThat(made.token()).matches("hdt_[\\w-]{43}");
    assertThat(staff.tokens.find(made.token()))
        .map(ApiTokens.Shown::caller)
        .contains("admin (token ci)");
    assertThat(staff.tokens.all()).map(ApiTokens.Shown::name).containsExactly("ci");
    assertThat(staff.tokens.all().toString()).doesNotContain(made.token());
    assertThat(staff.tokens.find(made.token() + "x")).isEmpty();
  }

  @Test
  void a_token_tells_when_it_was_last_used() {
    var made = staff.tokens.make("admin", "ci", Duration.ofDays(1));
    assertThat(staff.tokens.all().getFirst().used()).isEmpty();
    staff.clock.turn(Duration.ofHours(1));
    staff.tokens.find(made.token());
    assertThat(staff.tokens.all().getFirst().used()).contains(staff.clock.instant());
  }

  @Test
  void a_token_ends_by_itself_and_when_it_is_revoked() {
    var shortLived = staff.tokens.make("admin", "short", Duration.ofDays(1));
    var revoked = staff.tokens.make("admin", "revoked", Duration.ofDays(9));
    assertThat(staff.tokens.revoke(revoked.shown().id())).isTrue();
    assertThat(staff.tokens.revoke(revoked.shown().id())).isFalse();
    staff.clock.turn(Duration.ofDays(1).plusSeconds(1));

    assertThat(staff.tokens.find(shortLived.token())).isEmpty();
    assertThat(staff.tokens.find(revoked.token())).isEmpty();
    assertThat(staff.tokens.all()).isEmpty();
  }

  @Test
  void a_token_ends_with_the_role_and_the_account_of_who_made_it() {
    var other = new Account("other", "Other", Set.of(Role.ADMIN), false);
    staff.accounts.add(other, "other's password");
    var made = staff.tokens.make("other", "ci", Duration.ofDays(1));

    staff.accounts.replace(new Account("other", "Other", Set.of(Role.OPERATOR), false));
    assertThat(staff.tokens.find(made.token())).isEmpty();
    staff.accounts.replace(new Account("other", "Other", Set.of(Role.ADMIN), true));
    assertThat(staff.tokens.find(made.token())).isEmpty();
    staff.accounts.replace(other);
    assertThat(staff.tokens.find(made.token())).isPresent();
    staff.accounts.remove("other");
    assertThat(staff.tokens.find(made.token())).isEmpty();
  }

  @Test
  void who_guesses_tokens_has_to_wait() {
    for (var i = 0; i < LoginThrottle.MOST_OF_LOGIN; i++) {
      assertThat(staff.tokens.wrong("192.0.2.1")).isZero();
    }
    assertThat(staff.tokens.wrong("192.0.2.1")).isEqualTo(LoginThrottle.FIRST_PAUSE);
    assertThat(staff.tokens.wrong("192.0.2.2")).isZero();
  }

  @Test
  void a_trail_is_read_page_by_page_newest_first() {
    for (var i = 1; i <= Audit.PAGE + 5; i++) {
      staff.audit.add("admin", "account.create", "login" + i, "");
    }
    var first = staff.audit.before(Long.MAX_VALUE);
    var second = staff.audit.before(first.getLast().id());
    assertThat(first).hasSize(Audit.PAGE).first().extracting(Audit.Entry::on).isEqualTo("login105");
    assertThat(second).hasSize(5).last().extracting(Audit.Entry::on).isEqualTo("login1");
  }

  @Test
  void a_trail_takes_what_strangers_typed() {
    staff.audit.add("x".repeat(100), "login.wrong", "a\nb\u0000c", "");
    assertThat(staff.audit.before(Long.MAX_VALUE).getFirst())
        .extracting(Audit.Entry::who, Audit.Entry::on)
        .containsExactly("x".repeat(40), "a b c");
  }
}
