package dev.hotdesk.execution;

import dev.hotdesk.jarmaker.Compiled;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** A process with a plugin in it, for somebody to look into. */
final class Debuggee {

  static final Duration DEADLINE = Duration.ofMillis(200);

  private Debuggee() {}

  /** Prints what the plugin says, or why it did not. */
  public static void main(String[] args) throws ReflectiveOperationException {
    var loader =
        new WovenLoader(
            Compiled.of(
                """
                public class Sum implements java.util.concurrent.Callable<Object> {
                  public Object call() {
                    int sum = 0;
                    for (int i = 0; i < 3; i++) {
                      sum += twice(i);
                    }
                    return "sum " + sum;
                  }
                  static int twice(int of) {
                    return 2 * of;
                  }
                }
                """));
    var pool =
        new CallPool(
            "sum", "1.0.0", loader, new PoolBounds(1, 1, 1), UnaryOperator.identity(), _ -> {});
    var sum = (Callable<?>) loader.loadClass("Sum").getDeclaredConstructor().newInstance();
    try {
      System.out.println(pool.call("sum", DEADLINE, sum));
    } catch (RuntimeException e) {
      System.out.println(e);
    }
  }
}
