package dev.hotdesk.server.functions;

import dev.hotdesk.function.Functions;
import dev.hotdesk.server.gateway.AddressLimit;
import java.util.concurrent.Executor;

/**
 * What the door to plugins' functions needs.
 *
 * @param limit how many requests one line of the network may send
 */
public record FunctionGate(Functions functions, AddressLimit limit, Executor executor) {}
