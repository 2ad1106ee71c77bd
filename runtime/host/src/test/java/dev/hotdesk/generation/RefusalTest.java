package dev.hotdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.drop.DropStatus.State;
import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class RefusalTest {

  private House house;

  @BeforeAll
  void open(@TempDir Path root) {
    house = new House(root);
    Jars.agent("hello", "1.0.0").into(house.drops, "hello-1.jar");
    house.opened();
  }

  @AfterAll
  void close() {
    house.close();
  }

  static Stream<Arguments> bad_jars() {
    return Stream.of(
        bad("empty", () -> new byte[0], "not a readable jar"),
        bad("text", () -> "hello".getBytes(StandardCharsets.UTF_8), "not a readable jar"),
        bad("cut-in-half", () -> cut(sound().bytes()), "not a readable jar"),
        bad("flipped-bit", RefusalTest::withFlippedBit, "checksum|not a readable jar"),
        bad(
            "no-manifest",
            sound().without("Plugin-Id").without("Plugin-Version").without("Plugin-Requires"),
            "no Plugin-Id"),
        bad("two-ids", sound().manifest("plugin-id", "other"), "says plugin-id twice"),
        bad("no-version", sound().without("Plugin-Version"), "no Plugin-Version"),
        bad("odd-version", sound().manifest("Plugin-Version", "two"), "Plugin-Version two"),
        bad("odd-id", sound().manifest("Plugin-Id", "../hello"), "calls itself ../hello"),
        bad("no-range", sound().without("Plugin-Requires"), "no Plugin-Requires"),
        bad("wrong-api", sound().manifest("Plugin-Requires", ">=2.0.0"), "plugin API >=2.0.0"),
        bad("odd-range", sound().manifest("Plugin-Requires", "~~2"), "no version range"),
        bad(
            "dependent",
            sound().manifest("Plugin-Dependencies", "other@1.0.0"),
            "needs the plugin other@1.0.0"),
        bad("no-extension", sound().without("META-INF/extensions.idx"), "no extension"),
        bad("absent-extension", sound().extensions("shop.Absent"), "needs the class shop.Absent"),
        bad(
            "not-an-extension",
            sound().extensions("shop.Plain").compiled("package shop; public class Plain {}"),
            "neither Agent"),
        bad(
            "two-agents",
            sound()
                .extensions("shop.Hello", "shop.Twin")
                .compiled(Jars.agentSaying("").replace("Hello", "Twin")),
            "2 extensions of the kind Agent"),
        bad("private-constructor", agent("private Hello() {}"), "public constructor"),
        bad(
            "throwing-constructor",
            agent("public Hello() { throw new IllegalStateException(\"no luck\"); }"),
            "no luck"),
        bad(
            "throwing-initializer",
            agent("static final int X = Integer.parseInt(\"x\");"),
            "NumberFormatException"),
        bad(
            "hanging-constructor",
            agent("public Hello() throws Exception { Thread.sleep(60000); }"),
            "not ready within"),
        bad(
            "bottomless-constructor",
            agent("public Hello() { new Hello(); }"),
            "StackOverflowError"),
        bad(
            "greedy-constructor",
            agent("public Hello() { long[] all = new long[Integer.MAX_VALUE]; }"),
            "OutOfMemoryError"),
        bad(
            "missing-class",
            sound()
                .compiled(
                    "package shop; public class Hello extends Missing {} abstract class Missing"
                        + " implements dev.hotdesk.api.Agent { public dev.hotdesk.api.Reply"
                        + " respond(dev.hotdesk.api.Turn t, dev.hotdesk.api.AgentContext c) {"
                        + " return null; } }")
                .without("shop/Missing.class"),
            "needs the class shop.Missing"),
        bad(
            "throwing-plugin",
            sound()
                .manifest("Plugin-Class", "shop.Start")
                .compiled(
                    "package shop; public class Start extends org.pf4j.Plugin { public void start()"
                        + " { throw new IllegalStateException(\"no start\"); } }"),
            "no start"),
        bad(
            "bundled-api",
            sound().entry("dev/hotdesk/api/Agent.class", "x"),
            "declare it `provided`"),
        bad(
            "bundled-slf4j",
            sound().entry("META-INF/versions/21/org/slf4j/Logger.class", "x"),
            "org.slf4j.*`provided`"),
        bad("climbing-entry", sound().entry("../evil.txt", "x"), "points outside"),
        bad("absolute-entry", sound().entry("/etc/evil", "x"), "points outside"),
        bad("bomb", sound().entry("zeros", new byte[9 << 20]), "unpacks to more"),
        bad("many-entries", RefusalTest::manyEntries, "entries"),
        bad("too-big", () -> new byte[(1 << 20) + 1], "wanted at most 1,048,576"),
        bad("bad-intents", sound().entry("intents/en.txt", "bad"), "line 1 is bad"),
        bad("confusing", sound().entry("intents/en.txt", "confusing"), "training failed.*confused"),
        bad(
            "bad-texts",
            sound().entry("texts/zh.properties", new byte[] {'a', '=', (byte) 0xff}),
            "not UTF-8"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad_jars")
  void a_bad_jar_is_refused_with_its_reason_and_what_served_goes_on(
      String name, Supplier<byte[]> bytes, String reason) {
    var file = name + ".jar";
    Jars.put(bytes.get(), house.drops.resolve(file));

    assertThat(house.reason(file, State.REJECTED)).startsWith(file).containsPattern(reason);
    assertThat(house.greeting("hello")).isEqualTo("Hello from 1.0.0");
    assertThat(house.reason("hello-1.jar", State.LIVE)).isEmpty();
  }

  @Test
  void other_files_are_left_alone() {
    for (var file : new String[] {".hidden.jar", "copy.jar.part", "copy.tmp", "readme.txt"}) {
      Jars.put(new byte[1], house.drops.resolve(file));
    }
    Jars.put(new byte[1], house.drops.resolve("last.jar"));
    house.reason("last.jar", State.REJECTED);

    assertThat(house.host.drops())
        .noneMatch(status -> status.file().matches("\\.hidden.*|copy.*|readme.*"));
  }

  private static PluginDraft sound() {
    return Jars.agent("hello", "2.0.0");
  }

  private static PluginDraft agent(String members) {
    return sound().compiled(Jars.agentSaying(members));
  }

  private static Arguments bad(String name, PluginDraft jar, String reason) {
    return bad(name, jar::bytes, reason);
  }

  private static Arguments bad(String name, Supplier<byte[]> bytes, String reason) {
    return Arguments.of(name, bytes, reason);
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] withFlippedBit() {
    var bytes =
        sound()
            .entry(
                "noise", new Random(7).ints(4000).mapToObj(Integer::toString).toList().toString())
            .bytes();
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }

  private static byte[] manyEntries() {
    var jar = sound();
    for (int i = 0; i < 1001; i++) {
      jar.entry("e" + i, "");
    }
    return jar.bytes();
  }
}
