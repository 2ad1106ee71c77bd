package dev.hotdesk.verify;

import dev.hotdesk.routing.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar that passed every check that can be made without running it.
 *
 * @param path where its private copy lies
 * @param sha256 of its bytes, in lower-case hex
 * @param id of the plugin
 * @param version of the plugin, as in semantic versioning
 * @param description for people, or empty
 * @param provider who made it, or empty
 * @param extensions the classes named in its extension index
 * @param permissions what it asks to be allowed to do
 * @param dependencies which other plugins it needs
 * @param policy how much it may do at a time, as its manifest asks
 * @param signer who signed it, if anybody did
 * @param checks what was looked at, in order; none failed
 */
public record PluginJar(
    Path path,
    String sha256,
    String id,
    String version,
    String description,
    String provider,
    List<String> extensions,
    Permissions permissions,
    List<Dependency> dependencies,
    Policy policy,
    Optional<Signer> signer,
    List<Check> checks) {

  /** Copies the lists. */
  public PluginJar {
    extensions = List.copyOf(extensions);
    dependencies = List.copyOf(dependencies);
    checks = List.copyOf(checks);
  }

  /** The same under a policy that an admin laid over what its manifest asks for. */
  public PluginJar under(Policy settled) {
    return new PluginJar(
        path,
        sha256,
        id,
        version,
        description,
        provider,
        extensions,
        permissions,
        dependencies,
        settled,
        signer,
        checks);
  }

  /** What somebody should know of it, one sentence each. */
  public List<String> warnings() {
    return checks.stream()
        .filter(check -> check.outcome() == Check.Outcome.WARNED)
        .map(Check::detail)
        .toList();
  }
}
