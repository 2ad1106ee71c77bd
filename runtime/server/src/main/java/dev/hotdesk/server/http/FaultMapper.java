package dev.hotdesk.server.http;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every fault as problem+json. What went wrong inside goes to the log only. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

  @Override
  public Response toResponse(Throwable fault) {
    return switch (fault) {
      case ProblemException refused -> refused.problem().response().build();
      case WebApplicationException web -> ofContainer(web);
      case JsonException _ -> unread();
      case JsonbException _ -> unread();
      default -> {
        LOG.error("A request failed", fault);
        yield Problem.of(500, "").response().build();
      }
    };
  }

  private static Response unread() {
    return Problem.of(400, "The body is not the JSON that was wanted.").response().build();
  }

  /** The container's own sentences name classes and addresses; the status is enough. */
  private static Response ofContainer(WebApplicationException web) {
    var told = web.getResponse();
    if (told.getStatus() < 400 || Problem.TYPE.isCompatible(told.getMediaType())) {
      return told;
    }
    if (told.getStatus() >= 500) {
      LOG.error("A request failed", web);
    }
    var response = Problem.of(told.getStatus(), "").response();
    for (var header : new String[] {HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER}) {
      var value = told.getHeaderString(header);
      if (value != null) {
        response.header(header, value);
      }
    }
    return response.build();
  }
}
