package dev.hotdesk.generation;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Trigger;
import dev.hotdesk.execution.CallPool;
import dev.hotdesk.execution.RetoldException;
import dev.hotdesk.function.TriggerRules;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.RefusedJarException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first calls into a plugin, on its own threads, with every way to fail put into a sentence.
 * None may take longer than the deadline, and all together no longer than twice that.
 */
final class Birth {

  private static final int LONGEST_NAME = 300;

  private final String file;
  private final CallPool pool;
  private final ClassLoader loader;
  private final Duration deadline;
  private final long until;

  Birth(String file, CallPool pool, ClassLoader loader, Duration deadline) {
    this.file = file;
    this.pool = pool;
    this.loader = loader;
    this.deadline = deadline;
    this.until = System.nanoTime() + 2 * deadline.toNanos();
  }

  private Duration left() {
    long left = Math.max(1, until - System.nanoTime());
    return left < deadline.toNanos() ? Duration.ofNanos(left) : deadline;
  }

  /** Does one thing with a part of the plugin, and says which if it fails. */
  void watch(String part, Runnable step) throws RefusedJarException {
    try {
      step.run();
    } catch (PluginFaultException fault) {
      throw refused(part, fault);
    } catch (RuntimeException | LinkageError e) {
      throw refused(part, e);
    }
  }

  /** Makes one object of each of these classes. */
  List<Object> extensions(List<String> classNames) throws RefusedJarException {
    var made = new ArrayList<Object>();
    for (var name : classNames) {
      watch("the extension " + name, () -> made.add(pool.call("make", left(), () -> make(name))));
      check(made.getLast(), name);
    }
    return made;
  }

  /** The channel that an adapter is for. */
  String channel(ChannelAdapter adapter) throws RefusedJarException {
    var channel = new ArrayList<String>();
    watch(
        "the adapter " + adapter.getClass().getName(),
        () -> channel.add(pool.call("channel", left(), adapter::channel)));
    if (!channel.getFirst().matches("[a-z][a-z0-9_-]{0,31}")) {
      throw new RefusedJarException(
          "%s has an adapter for the channel %s; wanted a name in lower case such as web: rename it."
              .formatted(file, channel.getFirst()));
    }
    return channel.getFirst();
  }

  /** In which forms an agent remembers conversations. */
  Memories.Form memory(Agent agent) throws RefusedJarException {
    var forms = new ArrayList<Memories.Form>();
    watch(
        "the agent " + agent.getClass().getName(),
        () ->
            forms.add(
                pool.call(
                    "memory",
                    left(),
                    () -> new Memories.Form(agent.memoryVersion(), agent.oldestMemory()))));
    var form = forms.getFirst();
    if (form.oldest() < 1 || form.present() < form.oldest()) {
      throw new RefusedJarException(
          "%s has an agent that remembers in the form %d and can give forms from %d; wanted 1 <= oldestMemory <= memoryVersion: correct them."
              .formatted(file, form.present(), form.oldest()));
    }
    return form;
  }

  /** When a function is to be run. */
  List<Trigger> triggers(PluginFunction function, Permissions permissions)
      throws RefusedJarException {
    var name = function.getClass().getName();
    var triggers = new ArrayList<Trigger>();
    watch(
        "the function " + name,
        () -> triggers.addAll(pool.call("triggers", left(), function::triggers)));
    if (triggers.isEmpty()) {
      throw new RefusedJarException(
          "%s has the function %s without a trigger; wanted at least one: name when it is to be run."
              .formatted(file, name));
    }
    for (var trigger : triggers) {
      check(name, trigger, permissions);
    }
    return triggers;
  }

  private void check(String name, Trigger trigger, Permissions permissions)
      throws RefusedJarException {
    if (name.length() > LONGEST_NAME) {
      throw new RefusedJarException(
          "%s has a function whose class has a name of %d characters; wanted at most %d: rename it."
              .formatted(file, name.length(), LONGEST_NAME));
    }
    var wrong = fault(name, trigger);
    if (wrong.isPresent()) {
      throw new RefusedJarException(
          "%s has the function %s with %s: mend the trigger.".formatted(file, name, wrong.get()));
    }
    var wanted = TriggerRules.permission(trigger);
    boolean isAllowed =
        wanted.isEmpty()
            || permissions.all().stream().anyMatch(it -> it.toString().equals(wanted.get()));
    if (!isAllowed) {
      throw new RefusedJarException(
          "%s has the function %s with the trigger %s, but not the permission %s; wanted it in Hotdesk-Permissions of the manifest: ask for it there."
              .formatted(file, name, trigger, wanted.get()));
    }
  }

  /** A trigger may have nulls in it. */
  private Optional<String> fault(String name, Trigger trigger) throws RefusedJarException {
    try {
      return TriggerRules.fault(trigger, Clock.systemUTC());
    } catch (RuntimeException e) {
      throw refused("a trigger of the function " + name, e);
    }
  }

  private Object make(String name) throws ReflectiveOperationException {
    var type = loader.loadClass(name);
    var signatures = type.getMethods();
    if (signatures.length == 0 || !Modifier.isPublic(type.getModifiers())) {
      throw new NoSuchMethodException(name);
    }
    return type.getConstructor().newInstance();
  }

  private void check(Object extension, String name) throws RefusedJarException {
    boolean isKnown =
        extension instanceof Agent
            || extension instanceof Adviser
            || extension instanceof ChannelAdapter
            || extension instanceof ErpConnector
            || extension instanceof PluginFunction
            || extension instanceof QueuePriority
            || extension instanceof Screening;
    if (!isKnown) {
      throw new RefusedJarException(
          "%s marks %s as an extension, but it is neither Agent, Adviser, ChannelAdapter, ErpConnector, PluginFunction, QueuePriority nor Screening; wanted one of these: implement it or unmark the class."
              .formatted(file, name));
    }
  }

  private RefusedJarException refused(String part, Throwable fault) {
    if (fault instanceof PluginFaultException pluginFault
        && pluginFault.kind() == PluginFaultException.Kind.TIMED_OUT) {
      return new RefusedJarException(
          "%s: %s was not ready within %d ms; wanted a quick start: do slow work in the first call."
              .formatted(file, part, deadline.toMillis()));
    }
    var cause = root(fault);
    if (RetoldException.isOrWas(ClassNotFoundException.class, cause)
        || RetoldException.isOrWas(NoClassDefFoundError.class, cause)) {
      var missing = String.valueOf(cause.getMessage()).replace('/', '.');
      return new RefusedJarException(
          "%s: %s needs the class %s, which neither the jar nor the runtime brings; wanted it in the jar: pack it in."
              .formatted(file, part, missing));
    }
    if (RetoldException.isOrWas(NoSuchMethodException.class, cause)) {
      return new RefusedJarException(
          "%s: %s cannot be made; wanted a public class with a public constructor without parameters: add it."
              .formatted(file, part));
    }
    return new RefusedJarException(
        "%s: %s failed at its start with %s; wanted it to start: mend it and drop the jar again."
            .formatted(file, part, description(cause)));
  }

  private static Throwable root(Throwable fault) {
    var cause = fault;
    while (cause.getCause() != null && isWrapping(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isWrapping(Throwable fault) {
    return fault instanceof PluginFaultException
        || RetoldException.isOrWas(InvocationTargetException.class, fault)
        || RetoldException.isOrWas(ExceptionInInitializerError.class, fault)
        || RetoldException.isOrWas(IllegalStateException.class, fault);
  }

  private static String description(@Nullable Throwable cause) {
    try {
      return String.valueOf(cause);
    } catch (Throwable again) {
      return "an exception that cannot be described";
    }
  }
}
