package dev.hotdesk.drop;

import dev.hotdesk.verify.Check;
import dev.hotdesk.wording.Wording;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one dropped file; also the content of the {@code .status.json} beside it, which
 * says it in both languages.
 *
 * @param file its name
 * @param plugin the id of the plugin, or empty while unknown
 * @param version of the plugin, or empty while unknown
 * @param sha256 of its bytes, or empty while unknown
 * @param state what became of it
 * @param reason one sentence for the shop's staff, or empty
 * @param at since when
 * @param generation the number of the generation that it became, or 0
 * @param checks what was looked at before any of its code might run, in order
 */
public record DropStatus(
    String file,
    String plugin,
    String version,
    String sha256,
    State state,
    String reason,
    Instant at,
    int generation,
    List<Check> checks) {

  /** Copies the list. */
  public DropStatus {
    checks = List.copyOf(checks);
  }

  /** What can become of a dropped file. */
  public enum State {
    /** It is being copied, verified or loaded. */
    LOADING,
    /** It serves customers. */
    LIVE,
    /** It is tried out: the reason says on whom. Another version serves the rest. */
    CANDIDATE,
    /** It is sound, but something must come first: the reason says what. */
    WAITING,
    /** It was taken back; the reason says why. It is tried again when its file changes. */
    HELD,
    /** It ran away from its deadline; the reason says how. Tried again as what is held. */
    QUARANTINED,
    /** An admin has taken its plugin out of service. */
    DISABLED,
    /** It is sound, but another file has a better claim to its plugin's id. */
    SUPERSEDED,
    /** It cannot be used; the reason says why. */
    REJECTED,
    /** The file is gone. */
    REMOVED
  }

  /** The same news, told at another time. */
  public DropStatus at(Instant when) {
    return new DropStatus(file, plugin, version, sha256, state, reason, when, generation, checks);
  }

  /** As a JSON object. */
  String json() {
    return """
    {
      "file": %s,
      "plugin": %s,
      "version": %s,
      "sha256": %s,
      "state": %s,
      "reason": %s,
      "reason_zh": %s,
      "at": %s,
      "generation": %d,
      "checks": [%s]
    }
    """
        .formatted(
            quoted(file),
            quoted(plugin),
            quoted(version),
            quoted(sha256),
            quoted(state.name()),
            quoted(reason),
            quoted(Wording.of(reason).chinese()),
            quoted(at.toString()),
            generation,
            checks.stream().map(DropStatus::json).collect(Collectors.joining(",")));
  }

  private static String json(Check check) {
    var said = Wording.of(check.detail());
    return "\n    {\"name\": %s, \"outcome\": %s, \"code\": %s, \"detail\": %s, \"detail_zh\": %s}"
        .formatted(
            quoted(check.name()),
            quoted(check.outcome().name()),
            quoted(said.code()),
            quoted(said.english()),
            quoted(said.chinese()));
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> {
                  if (c < 0x20 || Character.isSurrogate((char) c)) {
                    json.append("\\u%04x".formatted(c));
                  } else {
                    json.append((char) c);
                  }
                }
              }
            });
    return json.append('"').toString();
  }
}
