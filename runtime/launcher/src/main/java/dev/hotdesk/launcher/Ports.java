package dev.hotdesk.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at ports before they are used, so that the answer does not come from somebody else. */
public final class Ports {

  /**
   * Makes sure that nobody listens at this port.
   *
   * @throws StartFailedException if somebody does
   */
  public static void requireFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException _) {
      throw new StartFailedException("Port " + port + " is already in use.");
    }
  }

  private Ports() {}
}
