package dev.hotdesk.generation;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Plugged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one generation of a plugin brings.
 *
 * @param agent its agent
 * @param adviser is asked what no agent is sure of
 * @param erp its ERP connector
 * @param channels its channel adapters by channel
 * @param functions its functions
 * @param priority says whether waiting customers should be served sooner
 * @param screening looks at what customers write
 * @param memory in which forms its agent remembers conversations
 */
record Extensions(
    Optional<Plugged<Agent>> agent,
    Optional<Plugged<Adviser>> adviser,
    Optional<Plugged<ErpConnector>> erp,
    Map<String, Plugged<ChannelAdapter>> channels,
    List<BoundFunction> functions,
    Optional<Plugged<QueuePriority>> priority,
    Optional<Plugged<Screening>> screening,
    Memories.Form memory) {

  static final Extensions NONE =
      new Extensions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Memories.Form.NONE);

  /** In words, for the admin page. */
  List<String> kinds() {
    var kinds = new ArrayList<String>();
    agent.ifPresent(_ -> kinds.add("agent"));
    adviser.ifPresent(_ -> kinds.add("adviser"));
    erp.ifPresent(_ -> kinds.add("erp"));
    channels.keySet().stream().sorted().forEach(channel -> kinds.add("channel:" + channel));
    functions.forEach(each -> kinds.add("function:" + each.name()));
    priority.ifPresent(_ -> kinds.add("priority"));
    screening.ifPresent(_ -> kinds.add("screening"));
    return kinds;
  }
}
