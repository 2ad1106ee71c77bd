package dev.hotdesk.server.stream;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket. */
public final class SocketWire implements Wire {

  private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);

  private final Session session;

  /** Writes to this session. */
  public SocketWire(Session session) {
    this.session = session;
  }

  @Override
  public void send(String frame) throws IOException {
    try {
      session.getBasicRemote().sendText(frame);
    } catch (RuntimeException e) {
      // Of a line that was reset the server's own code throws what it stumbles over.
      throw new IOException("The socket broke while it was written to: " + e, e);
    }
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  /** Says a last thing to somebody who was not let in. */
  public void refuse(String frame) {
    try {
      send(frame);
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A socket was gone before it could be refused: {}", e.toString());
    }
    close(1013, "come back later");
  }

  @Override
  public void close(int code, String reason) {
    try {
      if (session.isOpen()) {
        session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A socket was gone before it could be closed: {}", e.toString());
    }
  }
}
