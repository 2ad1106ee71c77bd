package dev.hotdesk.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plugin must not do to the server that it lives in, and the JDK's ways to do it. */
enum Harm {
  EXIT(
      "ends the whole server; wanted a plugin that leaves the process alone: remove the call",
      "java/lang/System.exit",
      "java/lang/Runtime.exit",
      "java/lang/Runtime.halt",
      "java/lang/ProcessHandle.destroy",
      "java/lang/ProcessHandle.destroyForcibly"),
  PROCESS(
      "starts another program; wanted a plugin that stays in Java: remove the call",
      "java/lang/Runtime.exec",
      "java/lang/ProcessBuilder.*"),
  NATIVE(
      "runs native code, which Java cannot hold back; wanted plain Java: remove the call",
      "java/lang/System.load",
      "java/lang/System.loadLibrary",
      "java/lang/Runtime.load",
      "java/lang/Runtime.loadLibrary",
      "java/lang/foreign/Linker.downcallHandle",
      "java/lang/foreign/Linker.upcallStub",
      "java/lang/foreign/SymbolLookup.libraryLookup",
      "java/lang/foreign/SymbolLookup.loaderLookup",
      "java/lang/foreign/MemorySegment.reinterpret",
      "java/lang/foreign/AddressLayout.withTargetLayout",
      "java/lang/ModuleLayer$Controller.enableNativeAccess"),
  MEMORY(
      "reaches past the language into memory; wanted plain Java: use VarHandle instead",
      "sun/misc/Unsafe.*"),
  AGENT(
      "rewrites the server's own classes; wanted a plugin that leaves them alone: remove the call",
      "java/lang/instrument/*",
      "com/sun/tools/attach/*",
      "com/sun/jdi/*"),
  INTERNAL(
      "is the JDK's own affair and closed to others; wanted what Java exports: use its public"
          + " classes"),
  GLOBAL(
      "changes the whole server, not only the plugin; wanted a plugin that keeps to itself: remove"
          + " the call",
      "java/lang/Thread.setDefaultUncaughtExceptionHandler",
      "java/lang/System.setProperty",
      "java/lang/System.setProperties",
      "java/lang/System.clearProperty",
      "java/lang/System.setOut",
      "java/lang/System.setErr",
      "java/lang/System.setIn",
      "java/lang/System.setSecurityManager",
      "java/util/Locale.setDefault",
      "java/util/TimeZone.setDefault",
      "java/util/logging/LogManager.reset",
      "java/util/logging/LogManager.readConfiguration",
      "java/net/URL.setURLStreamHandlerFactory",
      "java/net/URLConnection.setContentHandlerFactory",
      "java/net/URLConnection.setFileNameMap",
      "java/net/Socket.setSocketImplFactory",
      "java/net/ServerSocket.setSocketFactory",
      "java/net/Authenticator.setDefault",
      "java/net/CookieHandler.setDefault",
      "java/net/ProxySelector.setDefault",
      "java/net/ResponseCache.setDefault",
      "java/security/Security.addProvider",
      "java/security/Security.insertProviderAt",
      "java/security/Security.removeProvider",
      "java/security/Security.setProperty",
      "javax/net/ssl/SSLContext.setDefault",
      "javax/net/ssl/HttpsURLConnection.setDefaultSSLSocketFactory",
      "javax/net/ssl/HttpsURLConnection.setDefaultHostnameVerifier"),
  NETWORK(
      "opens connections by itself: the list of hosts in its permissions does not fence them;"
          + " better use the context's HTTP client",
      "java/net/Socket.<init>",
      "java/net/ServerSocket.<init>",
      "java/net/DatagramSocket.<init>",
      "java/net/MulticastSocket.<init>",
      "java/net/URL.openConnection",
      "java/net/URL.openStream",
      "java/net/URL.getContent",
      "java/net/http/HttpClient.newHttpClient",
      "java/net/http/HttpClient.newBuilder",
      "java/nio/channels/SocketChannel.open",
      "java/nio/channels/ServerSocketChannel.open",
      "java/nio/channels/DatagramChannel.open",
      "java/nio/channels/AsynchronousSocketChannel.open",
      "java/nio/channels/AsynchronousServerSocketChannel.open",
      "javax/net/SocketFactory.createSocket");

  private final String words;
  private final List<String> ways;

  Harm(String words, String... ways) {
    this.words = words;
    this.ways = List.of(ways);
  }

  /** How a sentence about it goes on after "which". */
  String words() {
    return words;
  }

  /** Whether a plugin that does it is refused, rather than warned of. */
  boolean isRefused() {
    return this != NETWORK;
  }

  /** What a member does. */
  static Optional<Harm> of(String owner, String member) {
    return any(owner + "." + member).or(() -> any(owner + ".*"));
  }

  /** What a class is for, if all of it is harmful. */
  static Optional<Harm> of(String type) {
    int slash = type.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : any(type.substring(0, slash) + "/*");
  }

  private static Optional<Harm> any(String way) {
    return Optional.ofNullable(Ways.ALL.get(way));
  }

  /** All ways, by name. */
  private static final class Ways {

    private static final Map<String, Harm> ALL = new HashMap<>();

    static {
      for (var harm : values()) {
        harm.ways.forEach(way -> ALL.put(way, harm));
      }
    }
  }
}
