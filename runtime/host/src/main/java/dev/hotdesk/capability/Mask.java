package dev.hotdesk.capability;

import dev.hotdesk.privacy.Masker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Blots out secrets, and what tells who a customer is, in texts that people may read. */
final class Mask {

  private static final String BLOT = "*****";
  private static final int SHORTEST = 4;
  private static final int SHORTEST_LINE = 12;

  /** More than any line is shown of. */
  private static final int LOOKED_AT = 16_000;

  private volatile List<String> hidden = List.of();

  /** From now on this is blotted out: as it is, as in an address, and each longer line of it. */
  void hide(String secret) {
    if (secret.strip().length() < SHORTEST || hidden.contains(secret)) {
      return;
    }
    var forms =
        Stream.concat(
            Stream.of(secret, secret.strip(), URLEncoder.encode(secret, StandardCharsets.UTF_8)),
            secret.lines().filter(line -> line.length() >= SHORTEST_LINE));
    add(forms.toList());
  }

  private synchronized void add(List<String> forms) {
    Set<String> all = new TreeSet<>(forms);
    all.addAll(hidden);
    hidden = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  String apply(String text) {
    var masked = text;
    for (var each : hidden) {
      masked = masked.replace(each, BLOT);
    }
    int looked = Math.min(masked.length(), LOOKED_AT);
    return Masker.masked(masked.substring(0, looked)) + masked.substring(looked);
  }
}
