package dev.hotdesk.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.StepRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody looks into a plugin with a debugger, as an IDE does. */
class DebuggerTest {

  private static final int LOOP = 5;

  private final List<String> places = new ArrayList<>();
  private VirtualMachine machine;

  @BeforeEach
  void launch() throws Exception {
    var connector =
        Bootstrap.virtualMachineManager().launchingConnectors().stream()
            .filter(it -> it.name().equals("com.sun.jdi.CommandLineLaunch"))
            .findFirst()
            .orElseThrow();
    var arguments = connector.defaultArguments();
    set(arguments.get("main"), Debuggee.class.getName());
    set(
        arguments.get("options"),
        "-cp \"" + System.getProperty("java.class.path") + "\" -XX:TieredStopAtLevel=1");
    machine = connector.launch(arguments);
    var prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter("Sum");
    prepared.enable();
  }

  private static void set(Connector.@Nullable Argument argument, String value) {
    Objects.requireNonNull(argument).setValue(value);
  }

  @AfterEach
  void end() {
    machine.process().destroyForcibly();
  }

  @Test
  void steps_go_from_line_to_line_of_the_plugin_and_into_its_methods() throws Exception {
    walk(StepRequest.STEP_INTO, 6);
    assertThat(places)
        .containsExactly(
            "call:5 sum=0 i=0",
            "twice:10 of=0",
            "call:5 sum=0 i=0",
            "call:4 sum=0 i=0",
            "call:5 sum=0 i=1",
            "twice:10 of=1");
  }

  @Test
  void steps_over_stay_in_the_method() throws Exception {
    walk(StepRequest.STEP_OVER, 5);
    assertThat(places)
        .containsExactly(
            "call:5 sum=0 i=0",
            "call:4 sum=0 i=0",
            "call:5 sum=0 i=1",
            "call:4 sum=2 i=1",
            "call:5 sum=2 i=2");
  }

  @Test
  void who_looks_at_a_line_for_longer_than_the_deadline_does_not_end_the_call() throws Exception {
    walk(StepRequest.STEP_OVER, 2);
    var out = new String(machine.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).isEqualToIgnoringNewLines("sum 6");
  }

  /** Stops in the loop, makes so many steps, then lets the rest run. */
  private void walk(int depth, int steps) throws Exception {
    boolean isOn = true;
    while (isOn) {
      var events = machine.eventQueue().remove();
      for (var event : events) {
        isOn = isOn && !(event instanceof VMDeathEvent) && !(event instanceof VMDisconnectEvent);
        see(event, depth, steps);
      }
      if (isOn) {
        events.resume();
      }
    }
  }

  private void see(Event event, int depth, int steps) throws Exception {
    switch (event) {
      case ClassPrepareEvent prepared -> stopIn(prepared.referenceType());
      case BreakpointEvent stop -> {
        if (places.isEmpty()) {
          linger();
          step(stop.thread(), depth);
          note(stop, steps);
        }
      }
      case StepEvent step -> note(step, steps);
      default -> {}
    }
  }

  /** Longer than the deadline of the call, and than what the watch waits after it. */
  private static void linger() {
    long since = System.nanoTime();
    await().until(() -> System.nanoTime() - since > 3 * Debuggee.DEADLINE.toNanos());
  }

  private void stopIn(ReferenceType type) throws AbsentInformationException {
    var line = type.locationsOfLine(LOOP).getFirst();
    machine.eventRequestManager().createBreakpointRequest(line).enable();
  }

  private void step(ThreadReference thread, int depth) {
    var request =
        machine.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
    for (var others : List.of("java.*", "jdk.*", "sun.*", "dev.hotdesk.weave.*")) {
      request.addClassExclusionFilter(others);
    }
    request.enable();
  }

  private void note(LocatableEvent event, int steps) throws Exception {
    var frame = event.thread().frame(0);
    var words = new StringBuilder();
    words
        .append(event.location().method().name())
        .append(':')
        .append(event.location().lineNumber());
    frame.visibleVariables().stream()
        .sorted()
        .forEach(it -> words.append(' ').append(it.name()).append('=').append(frame.getValue(it)));
    places.add(words.toString());
    if (places.size() == steps) {
      machine.eventRequestManager().stepRequests().forEach(it -> it.disable());
      machine.eventRequestManager().breakpointRequests().forEach(it -> it.disable());
    }
  }
}
