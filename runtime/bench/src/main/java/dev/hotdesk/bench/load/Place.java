package dev.hotdesk.bench.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where a crowd comes from and goes to.
 *
 * @param nodes the servers, each by its address
 * @param origin of the shop's pages
 * @param addresses from how many addresses of this machine (127.0.0.0/8) the customers come, one
 *     after another; 10,000 customers have 10,000 of them, as they have in life
 */
public record Place(
    Loop loop, List<InetSocketAddress> nodes, String origin, int addresses, Tally tally) {

  private static final int IN_BLOCK = 250;

  InetSocketAddress node(int turn) {
    return nodes.get(Math.floorMod(turn, nodes.size()));
  }

  InetSocketAddress from(int customer) {
    int number = Math.floorMod(customer, addresses);
    try {
      var bytes =
          new byte[] {
            127,
            (byte) (10 + number / (IN_BLOCK * IN_BLOCK)),
            (byte) (1 + number / IN_BLOCK % IN_BLOCK),
            (byte) (1 + number % IN_BLOCK)
          };
      return new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  String handshake(String path, InetSocketAddress node, String more) {
    return String.join(
            "\r\n",
            "GET %s HTTP/1.1",
            "Host: %s:%d",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "%s",
            "")
        .formatted(path, node.getHostString(), node.getPort(), more);
  }
}
