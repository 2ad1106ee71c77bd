package dev.hotdesk.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.server.access.Logins.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstAccountsTest {

  private static final Optional<String> NONE = Optional.empty();

  private final Staff staff = Staff.onH2();

  @TempDir private Path data;

  @Test
  void the_demo_has_people_with_published_passwords() {
    start("demo", NONE);
    start("demo", NONE);
    assertThat(staff.accounts.all())
        .extracting(Account::login)
        .containsExactly("admin", "amy", "ben", "sue");
    assertThat(staff.logins.login("sue", "sue-demo", "::1")).isInstanceOf(Outcome.In.class);
  }

  @Test
  void what_the_demo_left_does_not_start_for_real() {
    start("demo", NONE);
    staff.accounts.password("admin", "a long and good one");
    staff.accounts.remove("ben");
    assertThatThrownBy(() -> start("production", NONE))
        .isInstanceOf(UnsafeStartException.class)
        .hasMessageStartingWith("Anybody could log in: amy, sue still have the demo's");
  }

  @Test
  void what_the_demo_left_starts_once_it_is_safe() {
    start("demo", NONE);
    staff.accounts.password("admin", "a long and good one");
    staff.accounts.password("sue", "sue's own password");
    staff.accounts.remove("amy");
    staff.accounts.remove("ben");
    start("production", NONE);
  }

  @Test
  void the_first_admin_has_the_configured_password() {
    start("production", Optional.of("a long and good one"));
    assertThat(staff.logins.login("admin", "a long and good one", "::1"))
        .isInstanceOf(Outcome.In.class);
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "elevenchars",
        "ChangeMeNow!",
        "changeme1234",
        "admin-demo-2026",
        "Password1234",
        "hotdesk-admin",
        "aaaaaaaaaaaaaa",
        "letmein12345!"
      })
  void a_configured_password_that_others_try_first_does_not_start(String password) {
    assertThatThrownBy(() -> start("production", Optional.of(password)))
        .isInstanceOf(UnsafeStartException.class)
        .hasMessageStartingWith("HOTDESK_ADMIN_PASSWORD is not safe:")
        .message()
        .satisfies(
            message -> assertThat(password.isEmpty() || !message.contains(password)).isTrue());
    assertThat(staff.accounts.all()).isEmpty();
  }

  @Test
  void without_one_the_first_admin_finds_a_password_that_only_the_owner_reads() throws IOException {
    start("production", NONE);
    var file = data.resolve("first-admin.txt");
    var password = Files.readString(file).lines().toList().get(1).substring("password: ".length());
    assertThat(staff.logins.login("admin", password, "::1")).isInstanceOf(Outcome.In.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PasswordRules.fault("admin", password)).isEmpty();
  }

  @Test
  void a_later_start_makes_nobody() throws IOException {
    start("production", NONE);
    Files.delete(data.resolve("first-admin.txt"));
    start("production", Optional.of("another long one"));
    assertThat(data).isEmptyDirectory();
    assertThat(staff.logins.login("admin", "another long one", "::1"))
        .isEqualTo(new Outcome.Wrong());
  }

  @Test
  void a_short_metrics_token_does_not_start() {
    var settings = new FirstAccounts.Settings("production", NONE, Optional.of("too short"), data);
    assertThatThrownBy(() -> new FirstAccounts(staff.accounts, staff.audit, settings).prepare())
        .isInstanceOf(UnsafeStartException.class)
        .hasMessageNotContaining("too short");
  }

  private void start(String profile, Optional<String> adminPassword) {
    var settings = new FirstAccounts.Settings(profile, adminPassword, NONE, data);
    new FirstAccounts(staff.accounts, staff.audit, settings).prepare();
  }
}
