package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;

class AgentContractTest extends AgentContract {
  @Override
  protected Agent agent() {
    return new ConversationTest.OrderAgent();
  }
}
