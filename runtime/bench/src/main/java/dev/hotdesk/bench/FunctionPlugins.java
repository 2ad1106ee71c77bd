package dev.hotdesk.bench;

import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.util.Map;

/**
 * Plugins whose functions put down what they were run for: by the number or the place of what
 * happened, and by the attempt. They keep it in memory, so it is gone with them.
 */
final class FunctionPlugins {

  /** Publishes events that its own functions wait for. */
  static final String COUNTER = "bench-counter";

  /** Waits for what customers say. */
  static final String LISTENER = "bench-listener";

  /** Never leaves a function alone: what fails is to be a dead letter soon. */
  private static final String POLICY =
      "retries=1; backoff=100ms; queue=1000; breaker=100%/10000/100ms";

  private static final String LEDGER =
      """
      package bench;
      import dev.hotdesk.api.*;
      import java.util.*;
      import java.util.concurrent.*;
      public final class Ledger implements PluginFunction {
        static final Map<String, Queue<String>> RUNS = new ConcurrentHashMap<>();
        static void note(String kind, String what, Invocation invocation) {
          RUNS.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>())
              .add(what + " " + invocation.attempt() + "\\n");
        }
        @Override public List<Trigger> triggers() {
          return List.of(new Trigger.OnHttp("GET", "ledger"));
        }
        @Override public Outcome run(Invocation invocation, PluginContext context) {
          var kind = ((Invocation.Cause.Request) invocation.cause()).query().get("kind");
          var runs = RUNS.getOrDefault(kind, new ConcurrentLinkedQueue<>());
          return Outcome.answer(200, "text/plain", "runs\\n" + String.join("", runs));
        }
      }
      """;

  private static final String COUNTING =
      LEDGER
          + """
          public final class Publishes implements PluginFunction {
            @Override public List<Trigger> triggers() {
              return List.of(new Trigger.OnHttp("POST", "publish"));
            }
            @Override public Outcome run(Invocation invocation, PluginContext context) {
              var query = ((Invocation.Cause.Request) invocation.cause()).query();
              int end = Integer.parseInt(query.get("end"));
              for (int i = Integer.parseInt(query.get("begin")); i < end; i++) {
                context.events().publish(query.get("kind"), "{\\"n\\":" + i + "}");
              }
              return Outcome.done();
            }
          }
          public final class Counts implements PluginFunction {
            @Override public List<Trigger> triggers() {
              return List.of(new Trigger.OnPluginEvent("bench-counter", "counted"));
            }
            @Override public Outcome run(Invocation invocation, PluginContext context) {
              Ledger.note("counted", ((Invocation.Cause.Event) invocation.cause()).json(), invocation);
              return Outcome.done();
            }
          }
          public final class Fails implements PluginFunction {
            static volatile boolean isMended;
            @Override public List<Trigger> triggers() {
              return List.of(
                  new Trigger.OnPluginEvent("bench-counter", "broken"),
                  new Trigger.OnHttp("POST", "mend"));
            }
            @Override public Outcome run(Invocation invocation, PluginContext context) {
              if (invocation.cause() instanceof Invocation.Cause.Event event) {
                if (!isMended) {
                  throw new IllegalStateException("not mended yet");
                }
                Ledger.note("broken", event.json(), invocation);
              } else {
                isMended = true;
              }
              return Outcome.done();
            }
          }
          public final class Echoes implements PluginFunction {
            @Override public List<Trigger> triggers() {
              return List.of(new Trigger.OnHttp("GET", "echo"));
            }
            @Override public Outcome run(Invocation invocation, PluginContext context) {
              return Outcome.answer(200, "application/json", "{\\"open\\":true}");
            }
          }
          """;

  private static final String LISTENING =
      LEDGER
          + """
          public final class Listens implements PluginFunction {
            @Override public List<Trigger> triggers() {
              return List.of(new Trigger.OnMessage(Author.CUSTOMER));
            }
            @Override public Outcome run(Invocation invocation, PluginContext context) {
              var said = (Invocation.Cause.Message) invocation.cause();
              Ledger.note("said", said.conversation() + "/" + said.sequence(), invocation);
              return Outcome.done();
            }
          }
          """;

  private FunctionPlugins() {}

  static Drop counter(Site site) throws IOException {
    var manifest = Map.of("Hotdesk-Permissions", "http, events", "Hotdesk-Policy", POLICY);
    return site.functions(COUNTER, manifest, COUNTING);
  }

  static Drop listener(Site site) throws IOException {
    var manifest = Map.of("Hotdesk-Permissions", "http, conversation:read");
    return site.functions(LISTENER, manifest, LISTENING);
  }
}
