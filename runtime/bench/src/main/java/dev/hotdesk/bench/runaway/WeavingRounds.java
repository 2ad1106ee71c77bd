package dev.hotdesk.bench.runaway;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Erp;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Money;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.OrderLookup;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Text;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.Stoppable;
import dev.hotdesk.weave.Weaver;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;

/**
 * The same shipped agent with and without checks, turn about in one process: how long a turn takes.
 */
public final class WeavingRounds {

  private static final long ROUND_NANOS = 50_000_000;
  private static final int WARM_UP = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Agent agent;
  private final AgentContext context;
  private final Turn turn;
  private long length;

  private WeavingRounds(Path jar, UnaryOperator<byte[]> weave) throws Exception {
    var loader = new Loader(jar, weave);
    this.agent =
        (Agent)
            loader
                .loadClass("dev.hotdesk.agent.orders.OrdersAgent")
                .getDeclaredConstructor()
                .newInstance();
    this.context = context(loader.texts);
    this.turn =
        new Turn(
            "c1",
            "where is order 20261123-88",
            new Understanding(
                Language.EN, new Intent("order.status"), 1, Map.of("order_number", "20261123-88")),
            List.of(new Turn.Line(Author.CUSTOMER, "where is order 20261123-88")));
  }

  /** Prints microseconds a turn without checks, with checks, and the median cost in percent. */
  public static void main(String[] args) throws Exception {
    var jar = Path.of(args[0]);
    var plain = new WeavingRounds(jar, bytes -> bytes);
    var woven = new WeavingRounds(jar, Weaver::weave);
    var plains = new ArrayList<Double>();
    var wovens = new ArrayList<Double>();
    var costs = new ArrayList<Double>();
    int rounds = Integer.parseInt(args[1]);
    for (int i = -WARM_UP; i < rounds; i++) {
      boolean isPlainFirst = i % 2 == 0;
      double first = (isPlainFirst ? plain : woven).round();
      double second = (isPlainFirst ? woven : plain).round();
      if (i >= 0) {
        double without = isPlainFirst ? first : second;
        double with = isPlainFirst ? second : first;
        plains.add(without);
        wovens.add(with);
        costs.add((with / without - 1) * 100);
      }
    }
    System.out.printf(
        Locale.ROOT, "%.3f %.3f %.2f%n", median(plains), median(wovens), median(costs));
    if (plain.length == 0 || woven.length == 0) {
      System.exit(1);
    }
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Microseconds of computing a turn: on a busy machine the clock would tell of the others. */
  private double round() {
    long begun = THREADS.getCurrentThreadCpuTime();
    long turns = 0;
    long now = begun;
    while (now - begun < ROUND_NANOS) {
      for (int i = 0; i < 100; i++) {
        length += agent.respond(turn, context).toString().length();
      }
      turns += 100;
      now = THREADS.getCurrentThreadCpuTime();
    }
    return (now - begun) / 1e3 / turns;
  }

  private static AgentContext context(Properties texts) {
    var order =
        new Order(
            "20261123-88",
            "C-1",
            "13900006688",
            Order.Status.SHIPPED,
            Instant.now(),
            List.of(new Order.Line("SW-1-BLUE-M", new Text("毛衣", "Sweater"), 1)),
            Money.of("299.00", "CNY"));
    var shipment =
        new Shipment(
            new Text("顺丰速运", "SF Express"),
            "SF100200300",
            Instant.now(),
            new Text("杭州", "Hangzhou"),
            Instant.now(),
            Optional.of(LocalDate.now().plusDays(1)));
    var erp =
        answering(
            Erp.class,
            Map.of(
                "order", new OrderLookup.Found(order),
                "orders", List.of(order),
                "shipments", List.of(shipment)));
    return (AgentContext)
        Proxy.newProxyInstance(
            WeavingRounds.class.getClassLoader(),
            new Class<?>[] {AgentContext.class},
            (_, method, arguments) ->
                method.getName().equals("text")
                    ? new MessageFormat(texts.getProperty((String) arguments[0]), Locale.ENGLISH)
                        .format((Object[]) arguments[1])
                    : erp);
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> answers.get(method.getName())));
  }

  /** Defines an agent's classes. */
  private static final class Loader extends ClassLoader implements Stoppable {

    private final StopOrder order = new StopOrder(_ -> false);
    private final Map<String, byte[]> classes = new HashMap<>();
    private final Properties texts = new Properties();
    private final UnaryOperator<byte[]> weave;

    Loader(Path jar, UnaryOperator<byte[]> weave) throws IOException {
      super(WeavingRounds.class.getClassLoader());
      this.weave = weave;
      try (var file = new JarFile(jar.toFile())) {
        for (var entry : file.stream().toList()) {
          try (var in = file.getInputStream(entry)) {
            if (entry.getName().endsWith(".class")) {
              classes.put(
                  entry.getName().replace(".class", "").replace('/', '.'), in.readAllBytes());
            } else if (entry.getName().equals("texts/en.properties")) {
              texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
          }
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      var woven = weave.apply(bytes);
      return defineClass(name, woven, 0, woven.length);
    }

    @Override
    public StopOrder stopOrder() {
      return order;
    }
  }
}
