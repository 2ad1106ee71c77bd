package dev.hotdesk.capability;

import dev.hotdesk.api.Http;
import dev.hotdesk.api.NotPermittedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One generation's way out: only to the hosts that the manifest names, each hop of a redirect
 * looked at anew, and nothing under way once the generation is retired.
 */
final class FencedHttp implements Http {

  static final int MOST_REDIRECTS = 5;

  private final Fence fence;
  private final Grants grants;
  private final OutboundClient client;
  private final Duration longest;
  private final OutboundFigures figures;
  private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();

  /** Calls that take no longer than this. */
  FencedHttp(
      Fence fence, Grants grants, OutboundClient client, Duration longest, OwnFigures figures) {
    this.fence = fence;
    this.grants = grants;
    this.client = client;
    this.longest = longest;
    this.figures = new OutboundFigures(fence.plugin(), figures);
  }

  @Override
  public Response send(Request request) {
    fence.check();
    OutboundRules.check(request);
    long began = System.nanoTime();
    var most = request.timeout().compareTo(longest) < 0 ? request.timeout() : longest;
    try {
      var response = follow(request, new Patience(began + most.toNanos(), most));
      figures.answered(request.uri().getHost(), response.status(), began);
      return response;
    } catch (NotPermittedException | IllegalArgumentException e) {
      figures.refused(began);
      throw e;
    } catch (UncheckedIOException e) {
      figures.failed(
          request.uri().getHost(), e.getCause() instanceof InterruptedIOException, began);
      throw e;
    }
  }

  private Response follow(Request first, Patience patience) {
    var request = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      grants.checkHost(request.uri().getHost(), OutboundRules.port(request.uri()));
      var response = exchange(request, patience);
      var headers = headers(response);
      var next = next(request, response.statusCode(), headers);
      if (next.isEmpty()) {
        return new Response(response.statusCode(), headers, response.body());
      }
      request = next.get();
    }
    throw new UncheckedIOException(
        new IOException(
            "%s redirects more than %d times; wanted an answer: ask the last address directly"
                .formatted(OutboundRules.origin(first.uri()), MOST_REDIRECTS)));
  }

  private static Optional<Request> next(Request request, int status, Map<String, String> headers) {
    try {
      return OutboundRules.after(request, status, headers);
    } catch (IllegalArgumentException e) {
      throw failed(
          new IOException(
              "%s redirects to where nobody can follow. %s"
                  .formatted(OutboundRules.origin(request.uri()), e.getMessage()),
              e));
    }
  }

  private HttpResponse<String> exchange(Request request, Patience patience) {
    var whom = OutboundRules.origin(request.uri());
    await(client.checked(request.uri()), whom, patience);
    var response = await(client.ask(request), whom, patience);
    // Once more: if the name leads into a private network by now, the plugin does not see what
    // came.
    await(client.checked(request.uri()), whom, patience);
    return response;
  }

  private <T> T await(Future<T> future, String whom, Patience patience) {
    var call = new UnderWay(future, whom);
    underWay.add(call);
    try {
      fence.check(); // after it is on the list: else one that is begun as the list is ended stays
      return future.get(patience.left(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failed(
          new InterruptedIOException(
              "%s gave no answer within %d ms; wanted one in the time that the call and the plugin's deadline leave: ask again later, or for less"
                  .formatted(whom, patience.whole().toMillis())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(new InterruptedIOException("The call of " + whom + " was interrupted"));
    } catch (CancellationException e) {
      throw failed(told(whom, e));
    } catch (ExecutionException e) {
      throw failed(told(whom, Objects.requireNonNullElse(e.getCause(), e)));
    } finally {
      underWay.remove(call);
      future.cancel(true);
    }
  }

  private static UncheckedIOException failed(IOException what) {
    return new UncheckedIOException(what);
  }

  private IOException told(String whom, Throwable cause) {
    if (!fence.isOpen()) {
      return new IOException("The call of " + whom + " ended as the plugin was retired", cause);
    }
    var kind = cause.getClass() == IOException.class ? "" : cause.getClass().getSimpleName() + " ";
    return new IOException(
        "The call of %s failed: %s%s"
            .formatted(whom, kind, Objects.requireNonNullElse(cause.getMessage(), "")),
        cause);
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  /** Ends what is under way; the fence is shut by now. */
  List<String> end() {
    var left = underWay.stream().map(call -> "a call of " + call.whom + " under way").toList();
    underWay.forEach(call -> call.future.cancel(true));
    return left;
  }

  private static final class UnderWay {

    private final Future<?> future;
    private final String whom;

    UnderWay(Future<?> future, String whom) {
      this.future = future;
      this.whom = whom;
    }
  }

  private record Patience(long until, Duration whole) {

    long left() {
      return until - System.nanoTime();
    }
  }
}
