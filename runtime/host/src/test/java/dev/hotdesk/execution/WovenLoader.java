package dev.hotdesk.execution;

import dev.hotdesk.weave.StopOrder;
import dev.hotdesk.weave.Stoppable;
import dev.hotdesk.weave.Weaver;
import java.util.Map;

/** Defines classes as the loader of a generation does. */
final class WovenLoader extends ClassLoader implements Stoppable {

  private final Map<String, byte[]> classes;
  private final StopOrder order = new StopOrder(thread -> PluginThreads.isMadeBy(this, thread));

  WovenLoader(Map<String, byte[]> classes) {
    super(WovenLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var plain = classes.get(name + ".class");
    if (plain == null) {
      throw new ClassNotFoundException(name);
    }
    var woven = Weaver.weave(plain);
    return defineClass(name, woven, 0, woven.length);
  }

  @Override
  public StopOrder stopOrder() {
    return order;
  }
}
