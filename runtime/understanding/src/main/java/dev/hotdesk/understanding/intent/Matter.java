package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;

/**
 * One thing customers come with, and who answers it.
 *
 * @param agent the owner, or empty where no agent owns it: that is a person's business
 */
record Matter(String agent, Intent intent) {

  boolean isOwned() {
    return !agent.isEmpty();
  }
}
