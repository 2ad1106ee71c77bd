package dev.hotdesk.bench.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Java process holds, seen from outside.
 *
 * @param pid of the process
 */
public record Machine(long pid) {

  private static final double TICKS = 100;
  private static final Pattern HEAP = Pattern.compile("heap\\s.*used (\\d+)K");
  private static final Pattern METASPACE = Pattern.compile("Both:\\s+(\\d+) bytes used");

  /** This process itself. */
  public static Machine own() {
    return new Machine(ProcessHandle.current().pid());
  }

  /** What Linux counts as resident. */
  public long rssBytes() throws IOException {
    return status("VmRSS:") * 1024;
  }

  /** The most that has been resident so far. */
  public long peakRssBytes() throws IOException {
    return status("VmHWM:") * 1024;
  }

  /** Processor time of all its threads so far. */
  public double cpuSeconds() throws IOException {
    var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  /** Heap in use; call {@link #collect} before. */
  public long heapBytes() throws IOException, InterruptedException {
    return jcmd("GC.heap_info")
        .lines()
        .map(HEAP::matcher)
        .filter(java.util.regex.Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** What is reachable in the heap, to the byte. The process stands still meanwhile. */
  public long liveBytes() throws IOException, InterruptedException {
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
        .findFirst()
        .orElse(0);
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** Class loaders of plugins that are still in memory, after a collection. */
  public long pluginLoaders() throws IOException, InterruptedException {
    collect();
    return jcmd("VM.classloaders", "fold=false")
        .lines()
        .filter(line -> line.endsWith("dev.hotdesk.generation.GenerationLoader"))
        .count();
  }

  /** Threads of the process, its own and the virtual machine's. */
  public long threads() throws IOException {
    return status("Threads:");
  }

  /** Open files, sockets and the like. */
  public long descriptors() throws IOException {
    try (var all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return all.count();
    }
  }

  /** Objects of the class of plugins' loaders that are reachable. */
  public long loaderObjects() throws IOException, InterruptedException {
    collect();
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.matches(".*\\sdev\\.hotdesk\\.generation\\.GenerationLoader(\\s.*)?"))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
        .sum();
  }

  /** Metaspace in use, after a collection. */
  public long metaspaceBytes() throws IOException, InterruptedException {
    collect();
    var text = jcmd("VM.metaspace", "basic", "scale=1");
    var found = METASPACE.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  /** Collects what can be. */
  public void collect() throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      jcmd("GC.run");
      Thread.sleep(300);
    }
  }

  private String jcmd(String... words) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(System.getProperty("java.home") + "/bin/jcmd", String.valueOf(pid)));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
