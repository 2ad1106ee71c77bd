package dev.hotdesk.server.workspace;

import java.util.List;
import java.util.Optional;

/** Who works here. */
public interface Staff {

  /** Who has this log-in name, if they may be here. */
  Optional<Operator> find(String login);

  /** Everybody who may serve customers. */
  List<Operator> operators();
}
