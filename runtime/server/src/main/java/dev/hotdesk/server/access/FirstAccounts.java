package dev.hotdesk.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the first admin can log in, and that nobody else can: a start with passwords that
 * anybody may know is refused, unless it is the demo.
 */
public final class FirstAccounts {

  /** The profile in which well-known passwords are allowed. */
  public static final String DEMO = "demo";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

  private final Accounts accounts;
  private final Audit audit;
  private final Settings settings;

  /** Looks after these accounts. */
  public FirstAccounts(Accounts accounts, Audit audit, Settings settings) {
    this.accounts = accounts;
    this.audit = audit;
    this.settings = settings;
  }

  /**
   * What was configured.
   *
   * @param profile {@code hotdesk.profile}
   * @param adminPassword {@code hotdesk.admin.password}
   * @param metricsToken {@code hotdesk.metrics.token}
   * @param data where a generated password is left
   */
  public record Settings(
      String profile, Optional<String> adminPassword, Optional<String> metricsToken, Path data) {

    /** Hides the secrets. */
    @Override
    public String toString() {
      return "Settings[profile=" + profile + "]";
    }
  }

  /**
   * Called once at each start, before anybody can log in.
   *
   * @throws UnsafeStartException if Hotdesk must not start like this
   */
  public void prepare() {
    if (settings.profile.equals(DEMO)) {
      if (accounts.isEmpty()) {
        addDemoAccounts();
      }
      LOG.warn("This is the demo profile: accounts with published passwords may exist.");
      return;
    }
    refuseWhatAnybodyKnows();
    if (accounts.isEmpty()) {
      var password = settings.adminPassword.orElseGet(this::generated);
      accounts.add(new Account("admin", "Admin", Set.of(Role.ADMIN), false), password);
      audit.add("hotdesk", "account.create", "admin", "the first start");
    }
  }

  private void refuseWhatAnybodyKnows() {
    var demo = accounts.withDemoPassword();
    if (!demo.isEmpty()) {
      throw new UnsafeStartException(
          "Anybody could log in: "
              + String.join(", ", demo)
              + " still have the demo's published passwords; start once more with"
              + " HOTDESK_PROFILE=demo and change or delete them in /admin/.");
    }
    settings
        .adminPassword
        .flatMap(password -> PasswordRules.fault("admin", password))
        .ifPresent(
            fault -> {
              throw new UnsafeStartException("HOTDESK_ADMIN_PASSWORD is not safe: " + fault);
            });
    if (settings.metricsToken.filter(token -> token.length() < 16).isPresent()) {
      throw new UnsafeStartException("HOTDESK_METRICS_TOKEN needs at least 16 characters.");
    }
  }

  private void addDemoAccounts() {
    var people =
        List.of(
            new Account("admin", "Admin", Set.of(Role.ADMIN), false),
            new Account("amy", "Amy", Set.of(Role.OPERATOR), false),
            new Account("ben", "Ben", Set.of(Role.OPERATOR), false),
            new Account("sue", "Sue", Set.of(Role.OPERATOR, Role.SUPERVISOR), false));
    people.forEach(one -> accounts.add(one, PasswordRules.demo(one.login()), true));
    audit.add("hotdesk", "account.create", "admin, amy, ben, sue", "the demo profile");
  }

  private String generated() {
    var bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    var password = Base64.getUrlEncoder().encodeToString(bytes);
    var file = settings.data.resolve("first-admin.txt");
    try {
      Files.createDirectories(settings.data);
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(
          file,
          "login:    admin\npassword: "
              + password
              + "\n\nChange it in /admin/, then delete this.\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("The first admin's password cannot be left in " + file, e);
    }
    LOG.warn("The first admin's password is in {}", file.toAbsolutePath());
    return password;
  }
}
