package dev.hotdesk.capability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Keeps plugins' calls out of private networks: this machine, the shop's own network, the address
 * at which clouds tell secrets. Only an admin opens a way in; a plugin's manifest cannot.
 */
final class AddressGuard {

  private static final String ALL = "*";

  private final Set<String> opened;
  private final Names names;

  /** Tells the addresses of a name; the JDK in the running server. */
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * Lets these into private networks.
   *
   * @param opened hosts, with a port or for all ports; {@code *} for all
   */
  AddressGuard(Set<String> opened, Names names) {
    this.opened = Set.copyOf(opened);
    this.names = names;
  }

  /** Looks at every address of a host; one that is private is enough to refuse it. */
  void check(String host, int port) throws IOException {
    if (opened.contains(ALL) || opened.contains(host) || opened.contains(host + ":" + port)) {
      return;
    }
    var found = names.of(host);
    var inside = Arrays.stream(found).filter(AddressGuard::isPrivate).findFirst();
    if (inside.isPresent()) {
      throw new IOException(
          "%s is at %s, which is no public address; wanted one on the internet: if a plugin is to call it, an admin adds %s:%d to hotdesk.plugins.http.private"
              .formatted(host, inside.get().getHostAddress(), host, port));
    }
  }

  static boolean isPrivate(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    var bytes = address.getAddress();
    return bytes.length == 4 ? isReserved4(bytes, 0) : isReserved6(bytes);
  }

  /** What the JDK has no word for: RFC 6890 and its followers. */
  private static boolean isReserved4(byte[] bytes, int from) {
    int one = bytes[from] & 0xff;
    int two = bytes[from + 1] & 0xff;
    int three = bytes[from + 2] & 0xff;
    return one == 0
        || one == 10
        || one == 127
        || one >= 224
        || (one == 100 && two >= 64 && two < 128)
        || (one == 169 && two == 254)
        || (one == 172 && two >= 16 && two < 32)
        || (one == 192 && (two == 168 || (two == 0 && three == 0)))
        || (one == 198 && (two == 18 || two == 19));
  }

  private static boolean isReserved6(byte[] bytes) {
    boolean isUniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    boolean isTeredo = startsWith(bytes, 0x20, 0x01, 0, 0);
    if (isUniqueLocal || isTeredo) {
      return true;
    }
    if (startsWith(bytes, 0x20, 0x02)) { // 6to4
      return isReserved4(bytes, 2);
    }
    boolean isTranslated = startsWith(bytes, 0, 0x64, 0xff, 0x9b); // NAT64
    boolean isEmbedded = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0); // mapped, compatible
    return (isTranslated || isEmbedded) && isReserved4(bytes, 12);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
