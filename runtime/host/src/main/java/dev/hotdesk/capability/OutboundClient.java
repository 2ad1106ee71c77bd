package dev.hotdesk.capability;

import dev.hotdesk.api.Http.Request;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The one HTTP client through which all plugins call other systems. It knows no cookies, no
 * passwords and no proxy, follows no redirect by itself, and its threads know nothing of those who
 * call.
 */
public final class OutboundClient implements AutoCloseable {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final AddressGuard guard;
  private final ExecutorService threads;
  private final HttpClient client;

  /**
   * A client that calls public addresses, and these.
   *
   * @param privateHosts {@code host} or {@code host:port}, in lower case; {@code *} for all
   */
  public OutboundClient(Set<String> privateHosts) {
    this(new AddressGuard(privateHosts, InetAddress::getAllByName));
  }

  OutboundClient(AddressGuard guard) {
    this.guard = guard;
    // Without what is inherited: else an idle thread would hold the class loader of a plugin.
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual()
                .name("plugin-http-", 1)
                .inheritInheritableThreadLocals(false)
                .factory());
    this.client =
        HttpClient.newBuilder()
            .executor(threads)
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(TO_CONNECT)
            .build();
  }

  /** Looks at where the host is, on a thread of its own, as that can take long. */
  Future<?> checked(URI uri) {
    return threads.submit(
        () -> {
          guard.check(uri.getHost().toLowerCase(Locale.ROOT), OutboundRules.port(uri));
          return true;
        });
  }

  /** Asks; cancelling it ends the exchange. */
  CompletableFuture<HttpResponse<String>> ask(Request request) {
    var body =
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body());
    var builder =
        HttpRequest.newBuilder(request.uri())
            .method(request.method(), body)
            // Over plain HTTP the offer of HTTP/2 confuses some servers.
            .version(
                "https".equalsIgnoreCase(request.uri().getScheme())
                    ? Version.HTTP_2
                    : Version.HTTP_1_1);
    request.headers().forEach(builder::header);
    return client.sendAsync(
        builder.build(), BodyHandlers.limiting(BodyHandlers.ofString(), Limits.BODY));
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
