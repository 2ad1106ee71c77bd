package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.PluginDraft;

/**
 * A jar that must be refused.
 *
 * @param name of the file, which tells what is wrong with it
 * @param bytes of the file
 * @param promised the content of the {@code .sha256} file beside it, or empty for none
 */
public record BadJar(
    String name, @SuppressWarnings("ArrayRecordComponent") byte[] bytes, String promised) {

  static BadJar of(String kind, byte[] bytes) {
    return new BadJar("bad-" + kind + ".jar", bytes, "");
  }

  static BadJar of(String kind, PluginDraft draft) {
    return of(kind, draft.bytes());
  }
}
