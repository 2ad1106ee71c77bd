package dev.hotdesk.understanding.inference;

import dev.hotdesk.api.Language;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;

/** Opens the encoders in a fresh JVM and prints whomever that wanted to talk to. */
public final class QuietStart {

  private QuietStart() {}

  /** Prints one line for each attempt, and "done". */
  public static void main(String[] args) {
    ProxySelector.setDefault(new Listener());
    URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? new Telltale() : null);
    try (var encoders = Encoders.open(ModelFiles.shipped(), 1)) {
      for (var language : Language.values()) {
        encoders.encoder(language).encode("hello 你好");
      }
    }
    System.out.println("done");
  }

  /** Sees web requests that go round every proxy, as the engine's own do. */
  private static final class Telltale extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      System.out.println("contacted " + url);
      throw new ConnectException("Nobody is to be called");
    }

    @Override
    protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
      return openConnection(url);
    }
  }

  private static final class Listener extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      System.out.println("contacted " + uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }

  /** Sees every name that is looked up, in whatever way the connection is made. */
  public static final class Resolvers extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
      var builtin = configuration.builtinResolver();
      return new InetAddressResolver() {
        @Override
        public java.util.stream.Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
            throws java.net.UnknownHostException {
          System.out.println("looked up " + host);
          return builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws java.net.UnknownHostException {
          return builtin.lookupByAddress(address);
        }
      };
    }

    @Override
    public String name() {
      return "listening";
    }
  }
}
