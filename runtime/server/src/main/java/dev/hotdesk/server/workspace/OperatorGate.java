package dev.hotdesk.server.workspace;

import dev.hotdesk.server.access.SocketCaller;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.stream.Parting;
import dev.hotdesk.server.stream.SocketWire;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for operators' WebSockets. The guard before it has looked at origin and log-in. */
public final class OperatorGate extends Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorGate.class);
  private static final String CONNECTION = "hotdesk.connection";
  private static final int MOST_RECEIVED = 128 * 1024;

  private final RoomParts parts;
  private final Room room;
  private final Admission admission;

  /** Lets operators into this room. */
  public OperatorGate(RoomParts parts, Room room, Admission admission) {
    this.admission = admission;
    this.parts = parts;
    this.room = room;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    var refusal = admission.refusal();
    if (refusal.isPresent()) {
      parts
          .executor()
          .execute(() -> new SocketWire(session).refuse(Frames.bye(refusal.getAsLong())));
      return;
    }
    var operator =
        Optional.ofNullable(session.getUserPrincipal())
            .map(Principal::getName)
            .flatMap(parts.staff()::find)
            .filter(Operator::mayServe);
    if (operator.isEmpty() || !(session.getUserPrincipal() instanceof SocketCaller caller)) {
      refuse(session);
      return;
    }
    session.setMaxTextMessageBufferSize(MOST_RECEIVED);
    session.setMaxBinaryMessageBufferSize(MOST_RECEIVED);
    session.setMaxIdleTimeout(0);
    var connection =
        new OperatorConnection(
            operator.get(), caller::isLoggedIn, new SocketWire(session), parts, room);
    session.getUserProperties().put(CONNECTION, connection);
    MessageHandler.Whole<String> handler = connection::receive;
    session.addMessageHandler(String.class, handler);
    // Without this one the server would close, and name our class as the one that lacks it.
    MessageHandler.Whole<ByteBuffer> binary = _ -> connection.receiveBinary();
    session.addMessageHandler(ByteBuffer.class, binary);
    parts.executor().execute(connection::open);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Parting.reword(reason);
    if (session.getUserProperties().remove(CONNECTION) instanceof OperatorConnection connection) {
      connection.closed();
    }
  }

  @Override
  public void onError(Session session, Throwable fault) {
    LOG.debug("An operator's socket failed: {}", fault.toString());
  }

  private static void refuse(Session session) {
    try {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "log in first"));
    } catch (IOException e) {
      LOG.debug("A socket was gone before it could be closed: {}", e.toString());
    }
  }
}
