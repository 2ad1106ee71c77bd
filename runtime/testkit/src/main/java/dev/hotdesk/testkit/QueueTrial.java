package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Order;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.api.Precedence;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screened;
import dev.hotdesk.api.Screening;
import dev.hotdesk.api.Shipment;
import dev.hotdesk.api.Utterance;
import dev.hotdesk.api.WaitingCustomer;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Plugins;
import dev.hotdesk.routing.QueueAdvisors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a {@link QueuePriority} or a {@link Screening} about customers, as the runtime does.
 *
 * <pre>{@code
 * var precedence =
 *     QueueTrial.weighing(new LoyaltyPriority())
 *         .knowing(Samples.order("20261123-88", PAID))
 *         .weigh(QueueTrial.waiting("C-1", "gold"));
 * }</pre>
 *
 * <p>Used by one thread. What fails has said nothing, as in the runtime: test what is thrown on the
 * object itself.
 */
public final class QueueTrial {

  private static final String ID = "test.customer";

  private final Trouble trouble = new Trouble();
  private final MemoryErp erp = new MemoryErp(trouble::isErpDown);
  private final VirtualClock clock = new VirtualClock();
  private final Lent lent;
  private final QueueAdvisors advisors;
  private final List<Utterance.Line> said = new ArrayList<>();
  private int failures;

  private QueueTrial(Object plugin) {
    var files = new JarFiles(plugin.getClass());
    this.lent = new Lent(files.plugin(), clock);
    this.advisors =
        new QueueAdvisors(
            new OnePlugin(plugin, files),
            () -> {
              throw new ErpUnavailableException("A test's shop has no database");
            },
            clock);
  }

  /** Tries this one. */
  public static QueueTrial weighing(QueuePriority priority) {
    return new QueueTrial(priority);
  }

  /** Tries this one. */
  public static QueueTrial screening(Screening screening) {
    return new QueueTrial(screening);
  }

  /** The shop has this order, and has sent it in these parcels. */
  public QueueTrial knowing(Order order, Shipment... shipments) {
    erp.add(order, shipments);
    return this;
  }

  /** From now on the shop's systems fail whatever they are asked. */
  public QueueTrial whileErpIsDown() {
    trouble.erpIsDown();
    return this;
  }

  /** What the plugin is lent. */
  public Lent lent() {
    return lent;
  }

  /** How many calls failed: the plugin threw, or returned {@code null}. */
  public int failures() {
    return failures;
  }

  /** The clock of the plugin. */
  public VirtualClock clock() {
    return clock;
  }

  /** A customer who waits; both may be empty. */
  public static WaitingCustomer waiting(String customerId, String tier) {
    return new WaitingCustomer(
        ID, "test", customerId, "", tier, Language.ZH, "handoff", "", Instant.EPOCH);
  }

  /** What comes of weighing a customer. */
  public Precedence weigh(WaitingCustomer waiting) {
    return advisors.weigh(waiting).stream()
        .map(QueueAdvisors.Advised::advice)
        .findFirst()
        .orElseGet(Precedence::usual);
  }

  /** The customer says something, one second after what they said before. */
  public Screened says(String text) {
    return saysAfter(Duration.ofSeconds(1), text);
  }

  /** The customer says something, so long after what they said before. */
  public Screened saysAfter(Duration pause, String text) {
    clock.turn(pause);
    var before = said.subList(Math.max(0, said.size() - 20), said.size());
    var utterance = new Utterance(ID, "test", "", text, clock.instant(), before);
    said.add(new Utterance.Line(text, clock.instant()));
    return advisors.screen(utterance).stream()
        .map(QueueAdvisors.Advised::advice)
        .findFirst()
        .orElseGet(Screened::clear);
  }

  /** Counts what fails. */
  private final class Counting<T> implements Plugged<T> {

    private final Plugged<T> plugged;

    Counting(Plugged<T> plugged) {
      this.plugged = plugged;
    }

    @Override
    public String plugin() {
      return plugged.plugin();
    }

    @Override
    public String version() {
      return plugged.version();
    }

    @Override
    public Map<String, String> texts(Language language) {
      return plugged.texts(language);
    }

    @Override
    public PluginContext context() {
      return plugged.context();
    }

    @Override
    public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
      try {
        return plugged.call(what, deadline, work);
      } catch (PluginFaultException e) {
        failures++;
        throw e;
      }
    }
  }

  private final class OnePlugin implements Plugins, Lease {

    private final Object plugin;
    private final JarFiles files;

    OnePlugin(Object plugin, JarFiles files) {
      this.plugin = plugin;
      this.files = files;
    }

    private <T> List<Plugged<T>> as(Class<T> kind) {
      return kind.isInstance(plugin)
          ? List.of(
              new Counting<>(
                  new DirectCall<>(
                      files.plugin(), "1.0.0", files, kind.cast(plugin), trouble.ofAgents(), lent)))
          : List.of();
    }

    @Override
    public Lease lease() {
      return this;
    }

    @Override
    public List<Plugged<QueuePriority>> priorities() {
      return as(QueuePriority.class);
    }

    @Override
    public List<Plugged<Screening>> screenings() {
      return as(Screening.class);
    }

    @Override
    public IntentModel intentModel() {
      throw new ModelUnavailableException(
          "Nobody understands anything in this test", new IllegalStateException());
    }

    @Override
    public Optional<Plugged<Agent>> agent(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return Optional.of(
          new DirectCall<>(files.plugin(), "1.0.0", files, erp, trouble.ofErp(), lent));
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
