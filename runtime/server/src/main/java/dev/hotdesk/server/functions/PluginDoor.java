package dev.hotdesk.server.functions;

import dev.hotdesk.api.Invocation.Cause.Request;
import dev.hotdesk.server.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Requests for plugins' functions, each under its plugin's own prefix. Anybody may send them: who
 * it is must be found out by the function.
 */
@ApplicationScoped
@Path("plugins/{plugin}/{path: .+}")
@SuppressWarnings("NullAway.Init") // the container does
public class PluginDoor {

  @Inject FunctionGate gate;
  @Context UriInfo uri;
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  /** Reads. */
  @GET
  public CompletionStage<Response> get(
      @PathParam("plugin") String plugin, @PathParam("path") String path) throws IOException {
    return answer(plugin, path, InputStream.nullInputStream());
  }

  /** Hands in. */
  @POST
  public CompletionStage<Response> post(
      @PathParam("plugin") String plugin, @PathParam("path") String path, InputStream body)
      throws IOException {
    return answer(plugin, path, body);
  }

  /** Puts there. */
  @PUT
  public CompletionStage<Response> put(
      @PathParam("plugin") String plugin, @PathParam("path") String path, InputStream body)
      throws IOException {
    return answer(plugin, path, body);
  }

  /** Takes away. */
  @DELETE
  public CompletionStage<Response> delete(
      @PathParam("plugin") String plugin, @PathParam("path") String path, InputStream body)
      throws IOException {
    return answer(plugin, path, body);
  }

  private CompletionStage<Response> answer(String plugin, String path, InputStream body)
      throws IOException {
    var pause = gate.limit().take(request.getRemoteAddr());
    if (!pause.isZero()) {
      return CompletableFuture.completedFuture(
          Problem.of(429, "Too many requests from this address.")
              .response()
              .header(HttpHeaders.RETRY_AFTER, pause.toSeconds() + 1)
              .build());
    }
    var bytes = body.readNBytes(RequestReading.MOST_BYTES + 1);
    if (bytes.length > RequestReading.MOST_BYTES) {
      return CompletableFuture.completedFuture(
          Problem.of(413, "Wanted a body of at most 1 MiB.").response().build());
    }
    var asked =
        new Request(
            request.getMethod(),
            path,
            RequestReading.first(uri.getQueryParameters()),
            RequestReading.headers(headers.getRequestHeaders()),
            RequestReading.text(bytes, headers.getMediaType()));
    return CompletableFuture.supplyAsync(
        () -> Answers.response(gate.functions().request(plugin, asked)), gate.executor());
  }
}
