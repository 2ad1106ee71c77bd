package dev.hotdesk.server.assembly;

import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import org.eclipse.microprofile.config.Config;

/** Lays what an admin says in {@code hotdesk.plugin.<id>.policy} over what a manifest asks for. */
final class SettledPolicies implements Capabilities {

  private final Capabilities lender;
  private final Config config;

  SettledPolicies(Capabilities lender, Config config) {
    this.lender = lender;
    this.config = config;
  }

  @Override
  public Loan lend(PluginJar jar, int generation) throws RefusedJarException {
    return lender.lend(jar.under(policy(jar)), generation);
  }

  @Override
  public Policy policy(PluginJar jar) throws RefusedJarException {
    var key = "hotdesk.plugin." + jar.id() + ".policy";
    var wanted = config.getOptionalValue(key, String.class).orElse("");
    try {
      return Policy.parse(wanted, jar.policy());
    } catch (IllegalArgumentException e) {
      throw new RefusedJarException(
          "%s %s is not loaded, because the setting %s has %s: mend the setting, and drop the jar again."
              .formatted(jar.id(), jar.version(), key, e.getMessage()));
    }
  }
}
