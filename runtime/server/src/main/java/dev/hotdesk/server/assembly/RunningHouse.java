package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.watch.House;
import dev.hotdesk.server.workspace.Inspection;
import dev.hotdesk.server.workspace.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The house as those who watch it see it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class RunningHouse implements House {

  @Inject Course course;
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
