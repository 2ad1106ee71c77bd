package dev.hotdesk.server.workspace;

import java.util.List;
import java.util.Optional;

/** Who works here. */
public interface Staff {

  /** Who sent a request with this {@code Cookie} header, if they are logged in. */
  Optional<Operator> loggedIn(String cookieHeader);

  /** Everybody who may serve customers. */
  List<Operator> operators();
}
