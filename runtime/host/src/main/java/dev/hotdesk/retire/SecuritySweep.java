package dev.hotdesk.retire;

import java.security.Security;

/** Providers of algorithms that the plugin brought. */
final class SecuritySweep implements Sweep {

  @Override
  public String title() {
    return "removing its security providers";
  }

  @Override
  public void over(Departed plugin, Findings findings) {
    for (var provider : Security.getProviders()) {
      if (plugin.owns(provider)) {
        Security.removeProvider(provider.getName());
        findings.cleaned(
            Remnant.Kind.SECURITY_PROVIDER,
            "security provider %s (%s)".formatted(provider.getName(), Departed.typeOf(provider)));
      }
    }
  }
}
