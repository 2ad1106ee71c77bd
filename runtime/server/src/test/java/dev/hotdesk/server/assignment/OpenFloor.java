package dev.hotdesk.server.assignment;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A floor where everybody sees everything, and these operators are here. */
final class OpenFloor implements Floor, Hub.Watcher {

  private final Set<String> here;
  private final Assigner assigner;
  private final Map<String, Conversation> open = new ConcurrentHashMap<>();
  private volatile int most;

  OpenFloor(Assigner assigner, String... here) {
    this.assigner = assigner;
    this.here = Set.of(here);
  }

  /** How many customers anybody has ever served at a time. */
  int most() {
    return most;
  }

  @Override
  public void committed(Conversation now, List<Logged> entries) {
    open.put(now.id(), now);
    most = Math.max(most, serving().values().stream().mapToInt(it -> it).max().orElse(0));
    assigner.committed(now, entries);
  }

  @Override
  public void customerTypes(String conversation, boolean on) {}

  @Override
  public List<Waiting> waiting() {
    return open.values().stream()
        .filter(it -> it.session().state() instanceof State.Waiting)
        .map(OpenFloor::waiting)
        .toList();
  }

  @Override
  public Optional<Waiting> find(String conversation) {
    return Optional.ofNullable(open.get(conversation)).map(OpenFloor::waiting);
  }

  @Override
  public Map<String, Integer> serving() {
    var serving = new HashMap<String, Integer>();
    for (var each : open.values()) {
      if (each.session().state() instanceof State.OperatorServing(var operator)) {
        serving.merge(operator, 1, Integer::sum);
      }
    }
    return serving;
  }

  @Override
  public Collection<String> operators() {
    return here;
  }

  @Override
  public Set<String> here() {
    return here;
  }

  @Override
  public void moved(Collection<String> conversations) {}

  @Override
  public void staffed() {}

  private static Waiting waiting(Conversation now) {
    return new Waiting(now, new Target.Anyone(), now.begun(), "no_agent", "");
  }
}
