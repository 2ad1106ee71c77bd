package dev.hotdesk.server.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a flight recording holds: numbers, and names of classes, methods and threads. All other
 * events are off, in particular those with variables, properties, command lines, messages of
 * exceptions, addresses and names of files.
 */
final class RecordedEvents {

  /** Sampled or rare; together they cost some percent of a core. */
  private static final List<String> PLAIN =
      List.of(
          "jdk.CPULoad",
          "jdk.ThreadCPULoad",
          "jdk.ThreadStart",
          "jdk.ThreadEnd",
          "jdk.ThreadAllocationStatistics",
          "jdk.JavaThreadStatistics",
          "jdk.PhysicalMemory",
          "jdk.ResidentSetSize",
          "jdk.ContainerCPUUsage",
          "jdk.ContainerMemoryUsage",
          "jdk.ClassLoadingStatistics",
          "jdk.CompilerStatistics",
          "jdk.Compilation",
          "jdk.Deoptimization",
          "jdk.CodeCacheStatistics",
          "jdk.GarbageCollection",
          "jdk.GCPhasePause",
          "jdk.GCHeapSummary",
          "jdk.GCConfiguration",
          "jdk.G1HeapSummary",
          "jdk.MetaspaceSummary",
          "jdk.OldGarbageCollection",
          "jdk.YoungGarbageCollection",
          "jdk.ExceptionStatistics",
          "jdk.DirectBufferStatistics",
          "jdk.SafepointBegin",
          "jdk.SafepointEnd",
          "jdk.ExecuteVMOperation",
          "jdk.VirtualThreadPinned",
          "jdk.VirtualThreadSubmitFailed",
          "jdk.NetworkUtilization");

  private static final List<String> SAMPLED =
      List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

  /** With a stack trace when they take long. */
  private static final List<String> WAITS =
      List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait", "jdk.ThreadPark", "jdk.ThreadSleep");

  private RecordedEvents() {}

  static Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    PLAIN.forEach(event -> settings.put(event + "#enabled", "true"));
    SAMPLED.forEach(
        event -> {
          settings.put(event + "#enabled", "true");
          settings.put(event + "#period", "20 ms");
        });
    WAITS.forEach(
        event -> {
          settings.put(event + "#enabled", "true");
          settings.put(event + "#threshold", "20 ms");
          settings.put(event + "#stackTrace", "true");
        });
    settings.put("jdk.ObjectAllocationSample#enabled", "true");
    settings.put("jdk.ObjectAllocationSample#throttle", "150/s");
    settings.put("jdk.ThreadCPULoad#period", "10 s");
    return settings;
  }

  /** The names of the events that may be in a recording. */
  static boolean isRecorded(String event) {
    return PLAIN.contains(event)
        || SAMPLED.contains(event)
        || WAITS.contains(event)
        || event.equals("jdk.ObjectAllocationSample");
  }
}
