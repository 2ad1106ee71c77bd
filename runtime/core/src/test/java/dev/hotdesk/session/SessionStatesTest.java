package dev.hotdesk.session;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Draws docs/session-states.md from the rules, and finds out when it is not what they say. */
class SessionStatesTest {

  private static final Path DRAWN = Path.of("../../docs/session-states.md");

  private static final String HEAD =
      """
      # The states of a session

      Drawn from `SessionMachine` by `SessionStatesTest`; do not edit it. After a change of the rules:
      `mvn -pl runtime/core -am test -Dtest=SessionStatesTest -Dsurefire.failIfNoSpecifiedTests=false -Dhotdesk.states=write`

      Words in the diagram are events, some of them timers. Which of them an event is allowed to, is in the
      table below and in the tests. How long each timer waits is [configured](configuration.md).

      """;

  @Test
  void is_what_the_rules_say() throws IOException {
    var drawn = HEAD + "```mermaid\n" + diagram() + "```\n\n" + table();
    if ("write".equals(System.getProperty("hotdesk.states"))) {
      Files.writeString(DRAWN, drawn);
    }
    assertThat(DRAWN)
        .as("To draw it anew, run the command that stands at its top.")
        .exists()
        .content()
        .isEqualTo(drawn);
  }

  private static String diagram() {
    var edges = new TreeMap<String, TreeSet<String>>();
    SessionMachineTest.STATES
        .values()
        .forEach(
            state ->
                SessionMachineTest.EVENTS
                    .values()
                    .forEach(
                        event -> {
                          var before = state.state();
                          var next = SessionMachineTest.step(state, event).next().state();
                          if (!next.word().equals(before.word())
                              || !next.operator().equals(before.operator())) {
                            edges
                                .computeIfAbsent(
                                    before.word() + " --> " + next.word(), _ -> new TreeSet<>())
                                .add(name(event));
                          }
                        }));
    return edges.entrySet().stream()
        .map(edge -> "  " + edge.getKey() + ": " + String.join("<br/>", edge.getValue()) + "\n")
        .collect(joining("", "stateDiagram-v2\n  [*] --> bot\n", ""));
  }

  private static String table() {
    var events = new TreeMap<String, Map<String, TreeSet<String>>>();
    SessionMachineTest.EVENTS
        .values()
        .forEach(
            event ->
                SessionMachineTest.STATES
                    .values()
                    .forEach(
                        state ->
                            events
                                .computeIfAbsent(name(event), _ -> new TreeMap<>())
                                .computeIfAbsent(state.state().word(), _ -> new TreeSet<>())
                                .addAll(outcome(state, event))));
    var head =
        row("event", State.WORDS.stream()) + row("---", State.WORDS.stream().map(_ -> "---"));
    return "A word is the state that follows, `=` that the event is only logged, and nothing that"
        + " it changes nothing.\n\n"
        + events.entrySet().stream()
            .map(
                event ->
                    row(
                        event.getKey(),
                        State.WORDS.stream()
                            .map(word -> String.join(", ", event.getValue().get(word)))))
            .collect(joining("", head, ""));
  }

  private static String row(String first, Stream<String> cells) {
    return "| " + first + " | " + cells.collect(joining(" | ")) + " |\n";
  }

  private static Stream<String> words(Session state, Event event) {
    var step = SessionMachineTest.step(state, event);
    if (!step.changes()) {
      return Stream.of();
    }
    var next = step.next().state();
    return Stream.of(step.next().epoch() == SessionMachineTest.EPOCH ? "=" : next.word());
  }

  private static java.util.Set<String> outcome(Session state, Event event) {
    return words(state, event).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  /** As in {@code operator took}, or {@code quiet (timer)}. */
  private static String name(Event event) {
    return event instanceof Event.TimerRang(var timer, _)
        ? timer.word() + " (timer)"
        : event
            .getClass()
            .getSimpleName()
            .replaceAll("(?<=.)(?=\\p{Lu})", " ")
            .toLowerCase(Locale.ROOT);
  }
}
