package dev.hotdesk.generation;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import dev.hotdesk.drop.Drop;
import dev.hotdesk.execution.CallPool;
import dev.hotdesk.execution.PoolBounds;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.RefusedJarException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Brings a verified jar to life: its own class loader, its own threads, its extensions made once.
 * Whatever the plugin does meanwhile, the runtime gets a whole generation or a reason. One thread
 * at a time: not the control thread, as the plugin may hang.
 */
final class Incubator {

  private final HostSettings settings;
  private final Capabilities capabilities;
  private final Graveyard graveyard;
  private final PluginWatch watch;
  private final BiConsumer<Generation, String> runaways;
  private int last;

  /**
   * Makes generations.
   *
   * @param runaways hears of a generation that was quarantined, and why; on any thread
   */
  Incubator(
      HostSettings settings,
      Capabilities capabilities,
      Graveyard graveyard,
      PluginWatch watch,
      BiConsumer<Generation, String> runaways) {
    this.runaways = runaways;
    this.settings = settings;
    this.capabilities = capabilities;
    this.graveyard = graveyard;
    this.watch = watch;
  }

  /** A generation that is PROBED. */
  Generation hatch(Drop.Ready drop) throws RefusedJarException {
    var generation = new Generation(drop, ++last, watch);
    var jar = drop.jar();
    var space = new PluginSpace(jar.path(), settings.start());
    ClassLoader loader;
    try {
      loader = space.open();
    } catch (RuntimeException e) {
      generation.enter(new GenerationState.Rejected(e.toString()));
      throw new RefusedJarException(
          "%s cannot be opened as a plugin (%s); wanted a jar that PF4J can load: build it anew."
              .formatted(drop.file(), e.getMessage()));
    }
    generation.enter(new GenerationState.Loaded());
    var terms = terms(generation, space, loader);
    var loan = terms.loan;
    var pool =
        new CallPool(
            jar.id(),
            jar.version(),
            loader,
            bounds(terms.policy),
            loan.mask(),
            reason -> runaways.accept(generation, reason));
    try {
      var birth = new Birth(drop.file(), pool, loader, settings.start());
      birth.watch("its own class", () -> space.start(pool));
      var extensions = plugged(birth, generation, pool, terms);
      generation.embody(new Body(space, loader, pool, loan, extensions));
    } catch (RefusedJarException e) {
      generation.enter(new GenerationState.Rejected(e.reason()));
      graveyard.retire(generation, new Body(space, loader, pool, loan, Extensions.NONE));
      throw e;
    }
    pool.forgetCalls();
    generation.enter(new GenerationState.Probed());
    return generation;
  }

  /** What a generation gets, and what it may do with it. */
  private record Terms(Capabilities.Loan loan, Policy policy) {}

  private Terms terms(Generation generation, PluginSpace space, ClassLoader loader)
      throws RefusedJarException {
    try {
      var policy = capabilities.policy(generation.jar());
      return new Terms(capabilities.lend(generation.jar(), generation.number()), policy);
    } catch (RefusedJarException e) {
      space.close();
      generation.enter(new GenerationState.Rejected(e.reason()));
      graveyard.buryUnused(generation, loader);
      throw e;
    }
  }

  /** What the policy does not say, the settings do. */
  private PoolBounds bounds(Policy policy) {
    var usual = settings.pool();
    return new PoolBounds(
        policy.concurrency() == Policy.DEFAULT.concurrency()
            ? usual.threads()
            : policy.concurrency(),
        policy.queue() == Policy.DEFAULT.queue() ? usual.queue() : policy.queue(),
        usual.spares(),
        usual.runaway());
  }

  private Extensions plugged(Birth birth, Generation generation, CallPool pool, Terms terms)
      throws RefusedJarException {
    var drop = generation.drop();
    var made = birth.extensions(drop.jar().extensions());
    var texts = Texts.in(new JarKnowledge(drop.jar(), terms.policy), drop.file());
    var channels = new HashMap<String, ChannelAdapter>();
    for (var adapter : of(ChannelAdapter.class, made)) {
      var channel = birth.channel(adapter);
      if (channels.put(channel, adapter) != null) {
        throw new RefusedJarException(
            "%s has two adapters for the channel %s; wanted one: remove the other."
                .formatted(drop.file(), channel));
      }
    }
    var plug = new Plug(generation, pool, texts, terms);
    var functions = new ArrayList<BoundFunction>();
    for (var function : of(PluginFunction.class, made)) {
      functions.add(
          new BoundFunction(
              function.getClass().getName(),
              birth.triggers(function, drop.jar().permissions()),
              plug.in(function)));
    }
    var agent = only(Agent.class, made, drop);
    return new Extensions(
        agent.map(plug::in),
        only(Adviser.class, made, drop).map(plug::in),
        only(ErpConnector.class, made, drop).map(plug::in),
        channels.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    (Map.Entry<String, ChannelAdapter> e) -> plug.in(e.getValue()))),
        List.copyOf(functions),
        only(QueuePriority.class, made, drop).map(plug::in),
        only(Screening.class, made, drop).map(plug::in),
        agent.isPresent() ? birth.memory(agent.get()) : Memories.Form.NONE);
  }

  private static <T> Optional<T> only(Class<T> kind, List<Object> made, Drop.Ready drop)
      throws RefusedJarException {
    var found = of(kind, made);
    if (found.size() > 1) {
      throw new RefusedJarException(
          "%s has %d extensions of the kind %s (%s); wanted at most one: put the others into plugins of their own."
              .formatted(
                  drop.file(),
                  found.size(),
                  kind.getSimpleName(),
                  found.stream()
                      .map(extension -> extension.getClass().getName())
                      .collect(Collectors.joining(", "))));
    }
    return found.stream().findFirst();
  }

  private static <T> List<T> of(Class<T> kind, List<Object> made) {
    return made.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Binds the extensions of one plugin to its threads. */
  private final class Plug {

    private final Generation generation;
    private final CallPool pool;
    private final Map<Language, Map<String, String>> texts;
    private final Terms terms;

    Plug(
        Generation generation,
        CallPool pool,
        Map<Language, Map<String, String>> texts,
        Terms terms) {
      this.generation = generation;
      this.pool = pool;
      this.texts = texts;
      this.terms = terms;
    }

    <T> Plugged<T> in(T extension) {
      var jar = generation.jar();
      var counted = new CountedCalls(generation.tally(), watch);
      return new PooledExtension<>(
          jar.id(), jar.version(), extension, pool, texts, terms.loan, terms.policy, counted);
    }
  }
}
