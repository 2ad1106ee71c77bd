package dev.hotdesk.server.assembly;

import dev.hotdesk.server.gateway.CustomerGate;
import dev.hotdesk.server.gateway.GatewayParts;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.workspace.OperatorGate;
import dev.hotdesk.server.workspace.Room;
import dev.hotdesk.server.workspace.RoomParts;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Opens the doors for WebSockets when the application starts, and closes them when it goes. */
@WebListener
@SuppressWarnings("NullAway.Init") // the container does
public class Doors implements ServletContextListener {

  @Inject Course course;
  @Inject GatewayParts gateway;
  @Inject RoomParts roomParts;
  @Inject Room room;
  @Inject Admission admission;

  /**
   * The server cuts all sockets before it tells us that the application goes, so that nobody would
   * hear a good-bye. But it hears of the end of the process no earlier than we do.
   */
  private final Thread farewell = new Thread(() -> course.sayGoodBye(), "farewell");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var container =
        (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(door("/ws/customer", new CustomerGate(gateway, admission)));
      container.addEndpoint(door("/ws/operator", new OperatorGate(roomParts, room, admission)));
      Runtime.getRuntime().addShutdownHook(farewell);
    } catch (DeploymentException e) {
      throw new IllegalStateException("The WebSocket doors do not open", e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    course.leave();
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException _) {
      // It is the process that ends, not only the application.
    }
  }

  private static ServerEndpointConfig door(String path, Endpoint gate) {
    return ServerEndpointConfig.Builder.create(gate.getClass(), path)
        .configurator(new OneForAll(gate))
        .build();
  }

  /** One endpoint serves all sockets; it keeps their state with them. */
  private static final class OneForAll extends ServerEndpointConfig.Configurator {

    private final Endpoint gate;

    OneForAll(Endpoint gate) {
      this.gate = gate;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(gate);
    }
  }
}
