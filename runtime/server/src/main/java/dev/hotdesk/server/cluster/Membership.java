package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Duty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there, and which duties are this server's. Knows it from leases that {@link #tick} renews;
 * what it says between two ticks is at hand, and errs to the safe side: a server that could not
 * renew knows itself that its leases have run out before others may take them.
 */
final class Membership {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final String NODE = "node ";
  private static final String DUTY = "duty ";

  /** The lease counts from when it was asked for, less what a thread may be held up. */
  private static final long VALID = Duration.ofSeconds(Leases.SECONDS - 1).toNanos();

  /** Who was seen so recently may still write. */
  private static final long LINGERS = Duration.ofSeconds(60).toNanos();

  private final Leases leases;
  private final String node;
  private final LongSupplier nanos;
  private final Map<String, Long> validUntil = new ConcurrentHashMap<>();
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final Set<String> buried = ConcurrentHashMap.newKeySet();
  private final List<Consumer<String>> whenGone = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> whenCome = new CopyOnWriteArrayList<>();
  private volatile Set<String> others = Set.of();
  private volatile Set<String> said = Set.of();
  private volatile long seen;
  private volatile boolean leaving;

  Membership(Leases leases, String node, LongSupplier nanos) {
    this.leases = leases;
    this.node = node;
    this.nanos = nanos;
    this.seen = nanos.getAsLong() - LINGERS;
  }

  /** Takes this server's name; false if another one that is alive has it. */
  boolean join() {
    leases.tidy();
    return leases.take(NODE + node);
  }

  /** A kind of work that one server must do. Its answer holds from the next tick on. */
  Duty duty(String work) {
    var name = DUTY + work;
    wanted.add(name);
    return () -> isMine(name);
  }

  private boolean isMine(String name) {
    var until = validUntil.get(name);
    return until != null && nanos.getAsLong() - until < 0;
  }

  /** Is told of each server that is found to be gone, once. Called by the thread that ticks. */
  void whenGone(Consumer<String> listener) {
    whenGone.add(listener);
  }

  /** Is told of each server that is found to have come. Called by the thread that ticks. */
  void whenCome(Consumer<String> listener) {
    whenCome.add(listener);
  }

  /** The other servers that are alive. */
  Set<String> others() {
    return others;
  }

  /** Whether no other server has been there for a while. */
  boolean isAlone() {
    return others.isEmpty() && nanos.getAsLong() - seen >= LINGERS;
  }

  /** Says something to the others, or no more, from the next tick on. */
  void say(String word, boolean on) {
    var name = word + " " + node;
    if (on) {
      wanted.add(name);
    } else if (wanted.remove(name)) {
      leases.release(name);
    }
  }

  /** Whether another server says this. */
  boolean isSaid(String word) {
    return said.stream().anyMatch(name -> name.startsWith(word + " "));
  }

  /** Renews what is this server's, takes what is nobody's, and looks who is there. */
  void tick() {
    var before = nanos.getAsLong();
    leases.renew();
    var all = leases.all();
    for (var lease : all) {
      if (lease.mine()) {
        hold(lease.name(), before);
      } else {
        validUntil.remove(lease.name());
      }
    }
    if (!leaving) {
      takeWhatIsNobodys(all, before);
    }
    look(all);
  }

  private void takeWhatIsNobodys(List<Leases.Held> all, long before) {
    var taken =
        all.stream()
            .filter(lease -> lease.mine() || lease.alive())
            .map(Leases.Held::name)
            .collect(Collectors.toSet());
    for (var name : wanted) {
      if (!taken.contains(name) && leases.take(name)) {
        LOG.debug("From now on this server has the {}", name);
        hold(name, before);
      }
    }
    if (!taken.contains(NODE + node) && !leases.take(NODE + node)) {
      LOG.error("Another server is called {} as well; give each its own hotdesk.node", node);
    }
  }

  private void hold(String name, long before) {
    validUntil.put(name, before + VALID);
  }

  private void look(List<Leases.Held> all) {
    said =
        all.stream()
            .filter(lease -> !lease.mine() && lease.alive())
            .map(Leases.Held::name)
            .collect(Collectors.toSet());
    var alive = nodes(all, true);
    var before = others;
    others = alive;
    if (!alive.isEmpty()) {
      seen = nanos.getAsLong();
    }
    for (var name : alive) {
      buried.remove(name);
      if (!before.contains(name)) {
        LOG.info("Server {} is there", name);
        whenCome.forEach(listener -> listener.accept(name));
      }
    }
    var gone = nodes(all, false);
    before.stream().filter(name -> !alive.contains(name)).forEach(gone::add);
    for (var name : gone) {
      if (buried.add(name)) {
        LOG.info("Server {} is gone", name);
        whenGone.forEach(listener -> listener.accept(name));
      }
    }
  }

  private static Set<String> nodes(List<Leases.Held> all, boolean alive) {
    return all.stream()
        .filter(lease -> !lease.mine() && lease.alive() == alive)
        .map(Leases.Held::name)
        .filter(name -> name.startsWith(NODE))
        .map(name -> name.substring(NODE.length()))
        .collect(Collectors.toSet());
  }

  /** Hands the duties over to whoever comes first, and takes none any more. */
  void resign() {
    leaving = true;
    validUntil.keySet().removeIf(name -> name.startsWith(DUTY));
    leases.release(DUTY);
  }

  /** Takes duties again, from the next tick on. */
  void rejoin() {
    leaving = false;
  }

  /** The others need not wait for the leases to run out. */
  void leave() {
    resign();
    leases.release(NODE);
  }
}
