package dev.hotdesk.capability;

import dev.hotdesk.api.Events;

/** Publishes a plugin's events, while its generation lives. */
final class FencedEvents implements Events {

  private final Fence fence;
  private final FunctionDesk desk;

  FencedEvents(Fence fence, FunctionDesk desk) {
    this.fence = fence;
    this.desk = desk;
  }

  @Override
  public void publish(String type, String json) {
    fence.check();
    Limits.checkName("The type of the event", type);
    Limits.checkText("The event " + type, json, Limits.VALUE);
    desk.publish(fence.plugin(), type, json);
  }
}
