package dev.hotdesk.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a failed server's logs and says in one sentence what was wrong. */
final class Diagnosis {

  private record Symptom(Pattern sign, Function<MatchResult, String> sentence) {
    static Symptom of(String sign, Function<MatchResult, String> sentence) {
      return new Symptom(Pattern.compile(sign), sentence);
    }

    static Symptom of(String sign, String sentence) {
      return of(sign, _ -> sentence);
    }
  }

  /** The most telling first: a later symptom is often a consequence of an earlier one. */
  private static final List<Symptom> SYMPTOMS =
      List.of(
          Symptom.of(
              "UnsupportedClassVersionError",
              "The server was started on a Java older than 25; set JAVA_HOME to a JDK 25."),
          Symptom.of(
              "(?:Could not reserve enough space|Cannot allocate memory|insufficient memory).*",
              "This machine has not enough free memory for the server's heap; lower -Xmx in"
                  + " jvm.options."),
          Symptom.of(
              "(?:Unrecognized VM option|Invalid [^\\n]*heap size|Unrecognized option)[^\\n]*",
              found -> "Java refuses its options: " + found.group().strip() + "."),
          Symptom.of(
              "CWWKO0221E[^\\n]*port (\\d+)",
              found -> "Port " + found.group(1) + " is already in use."),
          Symptom.of("CWWKE0029E", "A Hotdesk is already running on this data folder."),
          Symptom.of(
              "Database may be already in use[^\\n]*",
              "The database file is in use by another process; is another Hotdesk running on this"
                  + " data folder?"),
          Symptom.of(
              "Connection to (\\S+) refused",
              found -> "The database at " + found.group(1) + " does not answer."),
          Symptom.of(
              "(?:FATAL|ERROR): (password authentication failed[^\\n]*|database \"[^\\n]*does not"
                  + " exist|role \"[^\\n]*does not exist)",
              found -> "The database refuses us: " + found.group(1).strip() + "."),
          Symptom.of(
              "No suitable driver|DSRA4000E|DSRA0010E",
              "The database URL is not one of H2 or PostgreSQL."),
          Symptom.of(
              "CWWKF0001E[^\\n]*?for (\\S+)",
              found -> "This Open Liberty lacks the feature " + found.group(1) + "."),
          // What Hotdesk itself says is wrong.
          Symptom.of(
              "(?m)^\\[[^\\]]*\\] \\S+ (?:dev\\.hotdesk|\\S*\\.hotdesk)\\S*\\s+E ([^\\n]+)",
              found -> "Hotdesk did not start: " + sentence(found.group(1))),
          Symptom.of(
              "Flyway\\w*Exception: ([^\\n]+)",
              found -> "The database could not be brought up to date: " + sentence(found.group(1))),
          Symptom.of(
              "SRVE0279E[^\\n]*?for the application \\S+ ([^\\n]+)",
              found -> "Hotdesk did not start: " + sentence(found.group(1))),
          Symptom.of(
              "(?:SRVE0283E|SRVE0265E)[^\\n]*?(?:context|start): ([^\\n]+)",
              found -> "Hotdesk did not start: " + sentence(found.group(1))),
          Symptom.of(
              "CWWKZ0002E[^\\n]*?exception message was: ([^\\n]+)",
              found -> "Hotdesk did not start: " + sentence(found.group(1))),
          Symptom.of(
              "CWWKZ0014W|CWWKZ0059E", "The release is incomplete: its application is missing."),
          Symptom.of(
              "CWWKG0014E[^\\n]*|CWWKG0032W[^\\n]*",
              found -> "The server's configuration is wrong: " + brief(found) + "."));

  private static final Pattern GAVE_UP =
      Pattern.compile("CWWKZ0002E|CWWKZ0014W|SRVE0265E|SRVE0279E|CWWKO0221E|CWWKE0029E|CWWKZ0022W");

  private final List<Path> logs;

  Diagnosis(Path... logs) {
    this.logs = List.of(logs);
  }

  /** The cause, if the logs tell one. */
  Optional<String> cause() {
    String text = text();
    return SYMPTOMS.stream()
        .flatMap(
            symptom -> {
              var matcher = symptom.sign.matcher(text);
              return matcher.find()
                  ? Optional.of(symptom.sentence.apply(matcher.toMatchResult())).stream()
                  : Optional.<String>empty().stream();
            })
        .findFirst();
  }

  /** Whether the server runs but will never be ready. */
  boolean hopeless() {
    return GAVE_UP.matcher(text()).find();
  }

  private String text() {
    var text = new StringBuilder();
    for (Path log : logs) {
      try {
        text.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).append('\n');
      } catch (IOException _) {
        // A log that is not there has nothing to tell.
      }
    }
    return text.toString();
  }

  private static String brief(MatchResult found) {
    String text = found.group().strip();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** Drops the names of exceptions, which tell a shop nothing, and ends with a full stop. */
  private static String sentence(String message) {
    String text =
        message
            .strip()
            .replaceFirst("^(?:(?:[a-z][\\w$]*\\.)*[A-Z]\\w*(?:Exception|Error): )+", "");
    if (text.length() > 300) {
      text = text.substring(0, 300) + "…";
    }
    return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
  }
}
