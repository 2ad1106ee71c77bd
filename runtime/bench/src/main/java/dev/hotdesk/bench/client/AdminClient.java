package dev.hotdesk.bench.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** An administrator at the console. */
public record AdminClient(Staff staff) {

  /** Logs in. */
  public static AdminClient login(Web web, String login, String password) {
    return new AdminClient(Staff.login(web, login, password));
  }

  /** A loaded plugin, as the console shows it. */
  public record Plugin(
      String plugin, String version, String state, String file, long generation, long calls) {}

  /** A jar that was dropped, as the console shows it. */
  public record Drop(String file, String state, String plugin, String version, String reason) {}

  /** All loaded plugins. */
  public List<Plugin> plugins() {
    return staff
        .get("/api/admin/plugins")
        .parts("plugins")
        .map(
            it ->
                new Plugin(
                    it.text("plugin"),
                    it.text("version"),
                    it.text("state"),
                    it.text("file"),
                    it.number("generation"),
                    it.number("calls")))
        .toList();
  }

  /** The latest drops. */
  public List<Drop> drops() {
    return staff
        .get("/api/admin/plugins")
        .parts("drops")
        .map(
            it ->
                new Drop(
                    it.text("file"),
                    it.text("state"),
                    it.text("plugin"),
                    it.text("version"),
                    it.text("reason")))
        .toList();
  }

  /** The generation of a plugin that serves. */
  public Optional<Plugin> live(String plugin) {
    return plugins().stream()
        .filter(it -> it.plugin().equals(plugin) && it.state().equals("LIVE"))
        .findFirst();
  }

  /** How the house stands. */
  public Frame overview() {
    return staff.get("/api/admin/overview");
  }

  /** Makes an account. */
  public void createAccount(String login, String name, String password, String... roles) {
    staff.post(
        "/api/admin/accounts",
        Frame.body("login", login, "name", name, "password", password, "roles", List.of(roles)));
  }

  /**
   * The greatest value of a metric that is this quantile, such as 0.99.
   *
   * @throws IllegalStateException if there is no such metric
   */
  public double quantile(String name, String quantile) {
    return lines(name)
        .filter(line -> line.contains("quantile=\"" + quantile + "\""))
        .mapToDouble(AdminClient::value)
        .max()
        .orElseThrow(() -> new IllegalStateException("No metric " + name));
  }

  /** The sum of a metric over all its labels, if there is such a one. */
  public OptionalDouble metric(String name) {
    var values = lines(name).mapToDouble(AdminClient::value).toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(java.util.Arrays.stream(values).sum());
  }

  private Stream<String> lines(String name) {
    return staff
        .web()
        .get("/api/admin/metrics", staff.headers())
        .orThrow()
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"));
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
