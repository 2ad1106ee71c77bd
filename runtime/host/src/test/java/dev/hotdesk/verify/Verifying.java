package dev.hotdesk.verify;

import dev.hotdesk.generation.Jars;
import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.file.Path;

/** A verifier, and jars to show it. */
record Verifying(Path folder, Trust trust) {

  static final JarLimits LIMITS = new JarLimits(1 << 20, 1000, 8 << 20);

  /** An agent with these members, whose jar has these classes besides. */
  static PluginDraft agent(String members, String... more) {
    return Jars.agent("hello", "1.0.0")
        .compiled(Jars.agentSaying(members) + " " + String.join(" ", more));
  }

  Check linkage(PluginDraft jar) {
    return check(jar, "linkage");
  }

  Verification examine(PluginDraft jar) {
    return examine(Jars.put(jar.bytes(), folder.resolve("x.jar")));
  }

  Verification examine(Path jar) {
    return new JarVerifier(LIMITS, trust, "1.4.0").examine("x.jar", jar, "abcd");
  }

  /** How one check came out. */
  Check check(PluginDraft jar, String name) {
    return named(examine(jar), name);
  }

  Check check(Path jar, String name) {
    return named(examine(jar), name);
  }

  private static Check named(Verification verification, String name) {
    return verification.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + verification.checks()));
  }
}
