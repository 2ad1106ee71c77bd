package dev.hotdesk.server.gateway;

import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.stream.Parting;
import dev.hotdesk.server.stream.SocketWire;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for customers' WebSockets. One for all of them: it keeps its state in the sessions. */
public final class CustomerGate extends Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerGate.class);
  private static final String CONNECTION = "hotdesk.connection";

  /** More than a frame may have, so that a somewhat longer one is refused and not punished. */
  private static final int MOST_RECEIVED = 128 * 1024;

  private final GatewayParts parts;
  private final Admission admission;

  /** Lets customers in to these. */
  public CustomerGate(GatewayParts parts, Admission admission) {
    this.parts = parts;
    this.admission = admission;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(MOST_RECEIVED);
    session.setMaxBinaryMessageBufferSize(MOST_RECEIVED);
    session.setMaxIdleTimeout(0);
    var refusal = admission.refusal();
    if (refusal.isPresent()) {
      parts
          .executor()
          .execute(() -> new SocketWire(session).refuse(Frames.bye(refusal.getAsLong())));
      return;
    }
    var connection = new CustomerConnection(new SocketWire(session), parts);
    session.getUserProperties().put(CONNECTION, connection);
    MessageHandler.Whole<String> handler = connection::receive;
    session.addMessageHandler(String.class, handler);
    // Without this one the server would close, and name our class as the one that lacks it.
    MessageHandler.Whole<ByteBuffer> binary = _ -> connection.receiveBinary();
    session.addMessageHandler(ByteBuffer.class, binary);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Parting.reword(reason);
    if (session.getUserProperties().remove(CONNECTION) instanceof CustomerConnection connection) {
      connection.closed();
    }
  }

  @Override
  public void onError(Session session, Throwable fault) {
    LOG.debug("A customer's socket failed: {}", fault.toString());
  }
}
