package dev.hotdesk.bench;

import java.util.ArrayList;
import java.util.List;

/** How long those wait who send requests to a function. */
final class FunctionRequests {

  private FunctionRequests() {}

  static void measure(FunctionDoor door, int many, Report report) throws InterruptedException {
    ask(door, many / 4, new Timings(), new ArrayList<>());
    var times = new Timings();
    var failed = new ArrayList<String>();
    ask(door, many, times, failed);
    report.count("requests", many);
    report.none("failed_requests", failed);
    report.times("request", times);
  }

  private static void ask(FunctionDoor door, int many, Timings times, List<String> failed)
      throws InterruptedException {
    int callers = 4;
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < callers; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < many / callers; j++) {
                      long begun = System.nanoTime();
                      var answer = door.send("GET", "echo");
                      times.add(System.nanoTime() - begun);
                      if (answer.status() != 200) {
                        synchronized (failed) {
                          failed.add(answer.status() + " " + answer.body());
                        }
                      }
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }
  }
}
