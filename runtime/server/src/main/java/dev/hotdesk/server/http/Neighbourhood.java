package dev.hotdesk.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a network address belongs to, as far as one can tell. */
public final class Neighbourhood {

  private Neighbourhood() {}

  /** An IPv6 customer line has a whole /64 to choose addresses from; it counts as one. */
  public static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
