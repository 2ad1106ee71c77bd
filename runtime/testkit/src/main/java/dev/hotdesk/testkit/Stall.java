package dev.hotdesk.testkit;

import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;

/** Things lent to a plugin that block whatever they are asked, until the call is cut off. */
final class Stall {

  private Stall() {}

  /** Such a thing of this type. */
  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              try {
                Thread.sleep(Long.MAX_VALUE);
                throw new AssertionError("Slept for ever");
              } catch (InterruptedException e) {
                throw new CancellationException(method.getName() + " was cut off");
              }
            }));
  }
}
