package dev.hotdesk.bench.badjars;

import java.util.List;

/** Jars whose manifest or index is not as it should be. */
final class BadManifests {

  private BadManifests() {}

  static List<BadJar> all() {
    return List.of(
        BadJar.of(
            "no-manifest",
            Guest.sound("bad")
                .without("Plugin-Id")
                .without("Plugin-Version")
                .without("Plugin-Requires")),
        BadJar.of("no-id", Guest.sound("bad").without("Plugin-Id")),
        BadJar.of("bad-id", Guest.sound("../bad")),
        BadJar.of("duplicate-id", Guest.sound("bad-one").manifest("plugin-id", "bad-two")),
        BadJar.of("no-version", Guest.sound("bad-noversion").without("Plugin-Version")),
        BadJar.of("bad-version", Guest.sound("bad-version").manifest("Plugin-Version", "latest")),
        BadJar.of("no-api", Guest.sound("bad-noapi").without("Plugin-Requires")),
        BadJar.of("wrong-api", Guest.sound("bad-api").manifest("Plugin-Requires", ">=9.0.0")),
        BadJar.of("bad-range", Guest.sound("bad-range").manifest("Plugin-Requires", "~~1")),
        BadJar.of("bad-policy", Guest.sound("bad-policy").manifest("Hotdesk-Policy", "queue=0")),
        permission("unknown-permission", "everything"),
        permission("permission-for-all-hosts", "outbound:*"),
        needing("bad-dependency", "agent-orders@soon"),
        needing("missing-dependency", "agent-nowhere@>=1.0.0"),
        needing("out-of-range-dependency", "agent-orders@>=99.0.0"),
        needing("circle-one", "bad-circle-two"),
        needing("circle-two", "bad-circle-one"),
        needing("self-dependency", "bad-self-dependency"),
        BadJar.of("no-extension", Guest.sound("bad-noext").without("META-INF/extensions.idx")),
        BadJar.of("extension-missing", Guest.sound("bad-missing").extensions("bad.Absent")),
        BadJar.of(
            "extension-of-a-wrong-kind",
            Guest.sound("bad-kind")
                .compiled("package bad; public class Plain {}")
                .extensions("bad.Plain")),
        BadJar.of(
            "plugin-class-missing", Guest.sound("bad-pc").manifest("Plugin-Class", "bad.Absent")),
        BadJar.of("bundled-api", Guest.sound("bad-bapi").entry("dev/hotdesk/api/Agent.class", "x")),
        BadJar.of(
            "bundled-slf4j",
            Guest.sound("bad-bslf").entry("META-INF/versions/21/org/slf4j/Logger.class", "x")),
        BadJar.of("native-library", Guest.sound("bad-native").entry("linux/libfast.so", "x")),
        BadJar.of("bad-intents", Guest.sound("bad-intents").entry("intents/en.txt", "[No Name\nx")),
        BadJar.of(
            "bad-texts",
            Guest.sound("bad-texts").entry("texts/en.properties", new byte[] {'a', '=', -1})));
  }

  private static BadJar permission(String kind, String permission) {
    return BadJar.of(kind, Guest.sound("bad-" + kind).manifest("Hotdesk-Permissions", permission));
  }

  private static BadJar needing(String kind, String dependency) {
    return BadJar.of(kind, Guest.sound("bad-" + kind).manifest("Plugin-Dependencies", dependency));
  }
}
