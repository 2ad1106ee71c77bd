package dev.hotdesk.bench.badjars;

import java.util.List;

/** Jars whose manifest or index is not as it should be. */
final class BadManifests {

  private BadManifests() {}

  static List<BadJar> all() {
    return List.of(
        BadJar.of(
            "no-manifest",
            Draft.sound("bad")
                .without("Plugin-Id")
                .without("Plugin-Version")
                .without("Plugin-Requires")),
        BadJar.of("no-id", Draft.sound("bad").without("Plugin-Id")),
        BadJar.of("bad-id", Draft.sound("../bad")),
        BadJar.of("duplicate-id", Draft.sound("bad-one").line("plugin-id", "bad-two")),
        BadJar.of("no-version", Draft.sound("bad-noversion").without("Plugin-Version")),
        BadJar.of("bad-version", Draft.sound("bad-version").line("Plugin-Version", "latest")),
        BadJar.of("no-api", Draft.sound("bad-noapi").without("Plugin-Requires")),
        BadJar.of("wrong-api", Draft.sound("bad-api").line("Plugin-Requires", ">=9.0.0")),
        BadJar.of("bad-range", Draft.sound("bad-range").line("Plugin-Requires", "~~1")),
        BadJar.of("bad-policy", Draft.sound("bad-policy").line("Hotdesk-Policy", "queue=0")),
        permission("unknown-permission", "everything"),
        permission("permission-for-all-hosts", "outbound:*"),
        needing("bad-dependency", "agent-orders@soon"),
        needing("missing-dependency", "agent-nowhere@>=1.0.0"),
        needing("out-of-range-dependency", "agent-orders@>=99.0.0"),
        needing("circle-one", "bad-circle-two"),
        needing("circle-two", "bad-circle-one"),
        needing("self-dependency", "bad-self-dependency"),
        BadJar.of("no-extension", Draft.sound("bad-noext").without("META-INF/extensions.idx")),
        BadJar.of("extension-missing", Draft.sound("bad-missing").extensions("bad.Absent")),
        BadJar.of(
            "extension-of-a-wrong-kind",
            Draft.sound("bad-kind")
                .classes("package bad; public class Plain {}")
                .extensions("bad.Plain")),
        BadJar.of("plugin-class-missing", Draft.sound("bad-pc").line("Plugin-Class", "bad.Absent")),
        BadJar.of("bundled-api", Draft.sound("bad-bapi").entry("dev/hotdesk/api/Agent.class", "x")),
        BadJar.of(
            "bundled-slf4j",
            Draft.sound("bad-bslf").entry("META-INF/versions/21/org/slf4j/Logger.class", "x")),
        BadJar.of("native-library", Draft.sound("bad-native").entry("linux/libfast.so", "x")),
        BadJar.of("bad-intents", Draft.sound("bad-intents").entry("intents/en.txt", "[No Name\nx")),
        BadJar.of(
            "bad-texts",
            Draft.sound("bad-texts").entry("texts/en.properties", new byte[] {'a', '=', -1})));
  }

  private static BadJar permission(String kind, String permission) {
    return BadJar.of(kind, Draft.sound("bad-" + kind).line("Hotdesk-Permissions", permission));
  }

  private static BadJar needing(String kind, String dependency) {
    return BadJar.of(kind, Draft.sound("bad-" + kind).line("Plugin-Dependencies", dependency));
  }
}
