package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.gateway.LongPoll;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Holding;
import dev.hotdesk.server.watch.House;
import dev.hotdesk.server.workspace.Inspection;
import dev.hotdesk.server.workspace.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The house as those who watch it see it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class RunningHouse implements House {

  private static final Duration STUCK = Duration.ofMinutes(1);

  @Inject Course course;
  @Inject Hub hub;
  @Inject LongPoll longPoll;
  @Inject Room room;
  @Inject Inspection inspection;
  @Inject Heartbeat heartbeat;
  @Inject SessionProcessor processor;
  @Inject KnownIntents intents;
  @Inject PluginHost plugins;
  @Inject JpaJournal journal;
  @Inject Cluster cluster;

  @Override
  public Map<String, Long> sessions() {
    return room.sessions();
  }

  @Override
  public List<String> oddSessions() {
    return inspection.odd().stream()
        .map(it -> it.rule().word() + " " + it.conversation())
        .sorted()
        .toList();
  }

  @Override
  public Map<String, Long> sockets() {
    long operators = room.sockets();
    return Map.of("operator", operators, "customer", heartbeat.size() - operators);
  }

  @Override
  public long lanes() {
    return processor.lanes();
  }

  @Override
  public List<Holding> holdings() {
    int listening = hub.listeners();
    long listeners = (long) heartbeat.size() + longPoll.waiting();
    var leases = plugins.leases();
    return List.of(
        Holding.of("sockets", heartbeat.size(), heartbeat.orphans()),
        new Holding("listeners", listening, Math.max(0, listening - listeners), List.of()),
        Holding.of("lanes", processor.lanes(), processor.stuck(STUCK)),
        new Holding("leases", leases.held(), leases.overdue(), List.of()));
  }

  @Override
  public long retiredInMemory() {
    return plugins.loadersAlive();
  }

  @Override
  public long leaked() {
    return plugins.plugins().stream()
        .filter(each -> each.state() instanceof GenerationState.Leaked)
        .count();
  }

  @Override
  public String modelFault() {
    return intents.fault();
  }

  @Override
  public String clusterFault() {
    return cluster.fault();
  }

  @Override
  public boolean hasConverged() {
    return plugins.isConverged();
  }

  @Override
  public boolean isOpen() {
    return course.stage() == Course.Stage.OPEN;
  }

  @Override
  public boolean isJournalAlive() {
    return journal.isAlive();
  }
}
