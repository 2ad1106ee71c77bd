package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Jars whose classes do not fit together, do not start, or harm the server. */
final class BadCode {

  private static final String CLASS = "bad/Guest.class";

  private BadCode() {}

  static List<BadJar> all() {
    return List.of(
        BadJar.of("missing-class", missingClass()),
        BadJar.of("missing-member", missingMember()),
        BadJar.of("missing-api-method", renamed("Object x() { return Language.valueOf(\"EN\"); }")),
        BadJar.of("class-too-new", withByte("bad-new", 7, 99)),
        BadJar.of("class-in-preview", withByte("bad-preview", 4, 0xff, 0xff)),
        BadJar.of("class-corrupted", Guest.sound("bad-corrupt").entry(CLASS, corrupted())),
        code("constructor-throws", "public Guest() { throw new IllegalStateException(\"no\"); }"),
        code("constructor-private", "private Guest() {}"),
        code("constructor-hangs", "public Guest() throws Exception { Thread.sleep(600_000); }"),
        code("constructor-recurses", "public Guest() { new Guest(); }"),
        code("initializer-throws", "static final int X = Integer.parseInt(\"x\");"),
        code("exit-in-clinit", "static { System.exit(3); }"),
        code("halt", "void x() { Runtime.getRuntime().halt(3); }"),
        code("exec", "void x() throws Exception { new ProcessBuilder(\"ls\").start(); }"),
        code("native-method", "native void x();"),
        code("load-library", "void x() { System.loadLibrary(\"x\"); }"),
        code(
            "foreign-call",
            "void x() { java.lang.foreign.Linker.nativeLinker().downcallHandle(null); }"),
        code("global-property", "void x() { System.setProperty(\"a\", \"b\"); }"),
        code("global-handler", "void x() { Thread.setDefaultUncaughtExceptionHandler(null); }"),
        BadJar.of(
            "start-hangs",
            Guest.sound("bad-start")
                .manifest("Plugin-Class", "bad.Start")
                .compiled(
                    "package bad; public class Start extends org.pf4j.Plugin { public void start()"
                        + " { try { Thread.sleep(600_000); } catch (InterruptedException e) {} }"
                        + " }")),
        BadJar.of(
            "start-throws",
            Guest.sound("bad-startthrows")
                .manifest("Plugin-Class", "bad.Start")
                .compiled(
                    "package bad; public class Start extends org.pf4j.Plugin { public void start()"
                        + " { throw new IllegalStateException(\"no\"); } }")),
        BadJar.of(
            "two-agents",
            Guest.sound("bad-two")
                .compiled(
                    "package bad; public class Twin extends Guest {} class Guest implements"
                        + " dev.hotdesk.api.Agent { public dev.hotdesk.api.Reply"
                        + " respond(dev.hotdesk.api.Turn t, dev.hotdesk.api.AgentContext c) {"
                        + " return null; } }")
                .compiled(Guest.source(""))
                .extensions("bad.Guest", "bad.Twin")));
  }

  private static BadJar code(String kind, String members) {
    return BadJar.of(kind, Guest.with("bad-" + kind, members));
  }

  private static PluginDraft missingClass() {
    return Guest.with("bad-mc", "static class Gone {} void x() { new Gone(); }")
        .without("bad/Guest$Gone.class");
  }

  private static PluginDraft missingMember() {
    return Guest.with("bad-mm", "static class Lib { int size; } int x() { return new Lib().size; }")
        .entry(
            "bad/Guest$Lib.class",
            Guest.with("bad-mm", "static class Lib { long size; }").content("bad/Guest$Lib.class"));
  }

  /** As if it had been compiled against a later contract, in which the method is called so. */
  private static PluginDraft renamed(String members) {
    var draft = Guest.with("bad-later", members);
    var text = new String(draft.content(CLASS), StandardCharsets.ISO_8859_1);
    return draft.entry(
        CLASS, text.replace("valueOf", "valueIn").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static PluginDraft withByte(String id, int at, int... values) {
    var draft = Guest.sound(id);
    var bytes = draft.content(CLASS);
    for (int i = 0; i < values.length; i++) {
      bytes[at + i] = (byte) values[i];
    }
    return draft.entry(CLASS, bytes);
  }

  private static byte[] corrupted() {
    var bytes = Guest.sound("bad-corrupt").content(CLASS);
    java.util.Arrays.fill(bytes, 10, bytes.length / 2, (byte) 0x7f);
    return bytes;
  }
}
