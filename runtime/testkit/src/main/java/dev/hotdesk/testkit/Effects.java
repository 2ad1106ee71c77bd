package dev.hotdesk.testkit;

import dev.hotdesk.api.Http;
import dev.hotdesk.capability.MemoryFunctionDesk;
import java.util.List;
import java.util.Map;

/**
 * What a plugin has done to the world beyond its reply.
 *
 * @param stored what it keeps, by key
 * @param events what it published, in order
 * @param timers that are set
 * @param sent what it asked of other systems that may change them
 */
record Effects(
    Map<String, String> stored,
    List<MemoryFunctionDesk.Event> events,
    Map<MemoryFunctionDesk.Timer, MemoryFunctionDesk.Wake> timers,
    List<Http.Request> sent) {}
