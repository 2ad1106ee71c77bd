package dev.hotdesk.server.gateway;

/** How operators are called when customers read it. */
@FunctionalInterface
public interface OperatorNames {

  /** The display name of the operator with this log-in name. Must be quick. */
  String nameOf(String login);
}
