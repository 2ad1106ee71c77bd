package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Asks a plugin of {@link FunctionPlugins} for things, as anybody may. Safe for many threads. */
record FunctionDoor(Web web, String plugin) {

  private static final long LOOK_MILLIS = 50;

  /**
   * The runs of one kind of thing.
   *
   * @param all what each was for
   * @param repeated what was run twice without having failed
   */
  record Runs(Set<String> all, List<String> repeated) {

    /** What is wanted and not there. */
    List<String> missing(Collection<String> wanted) {
      var missing = new TreeSet<>(wanted);
      missing.removeAll(all);
      return List.copyOf(missing);
    }
  }

  /** Sends a request. */
  Web.Answer send(String method, String path) {
    return web.send(method, "/api/plugins/" + plugin + "/" + path, "", Map.of());
  }

  /**
   * Has it publish events of a kind, numbered from begin to before end; durable when it returns.
   */
  void publish(String kind, int begin, int end) {
    send("POST", "publish?kind=%s&begin=%d&end=%d".formatted(kind, begin, end)).orThrow();
  }

  /** What its functions were run for. */
  Runs runs(String kind) {
    var lines = send("GET", "ledger?kind=" + kind).orThrow().body().lines().skip(1).toList();
    var all = new HashSet<String>();
    var attempts = new HashMap<String, Integer>();
    var repeated = new ArrayList<String>();
    for (var line : lines) {
      int end = line.lastIndexOf(' ');
      var what = line.substring(0, end);
      int attempt = Integer.parseInt(line.substring(end + 1));
      var before = attempts.put(what, attempt);
      all.add(what);
      if (before != null && before >= attempt) {
        repeated.add(line);
      }
    }
    return new Runs(all, repeated);
  }

  /** Waits until there were this many runs of a kind, and gives what there was at last. */
  Runs await(String kind, int many, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    var runs = runs(kind);
    while (runs.all.size() < many && System.nanoTime() < end) {
      Thread.sleep(LOOK_MILLIS);
      runs = runs(kind);
    }
    return runs;
  }
}
