package dev.hotdesk.server.attachment;

import java.util.Optional;

/** What customers' tokens open. */
@FunctionalInterface
public interface CustomerTokens {

  /** The one conversation that this token opens, if it is good. */
  Optional<String> conversation(String token);
}
