package dev.hotdesk.server.functions;

import dev.hotdesk.api.Outcome;
import dev.hotdesk.function.HttpAnswer;
import dev.hotdesk.server.http.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function answered, as it goes out. It comes from our origin but is not ours: browsers are
 * told to run nothing of it, and to take its type at its word.
 */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int MOST_CHARACTERS = 1 << 20;

  private Answers() {}

  static Response response(HttpAnswer answer) {
    var response =
        switch (answer) {
          case HttpAnswer.Given(var given) -> given(given);
          case HttpAnswer.Done() -> Response.noContent();
          case HttpAnswer.NoSuchFunction() ->
              Problem.of(404, "No function of a plugin is bound to this.").response();
          case HttpAnswer.Busy(var pause) ->
              Problem.of(503, "The plugin has too much to do, or fails too often. Ask again later.")
                  .response()
                  .header(HttpHeaders.RETRY_AFTER, seconds(pause));
          case HttpAnswer.TooLate() ->
              Problem.of(504, "The plugin did not answer in time.").response();
          case HttpAnswer.Failed() -> Problem.of(500, "The plugin failed.").response();
        };
    return response
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static long seconds(Duration pause) {
    return Math.clamp(pause.plusMillis(999).toSeconds(), 1, 3600);
  }

  private static Response.ResponseBuilder given(Outcome.Answer given) {
    if (given.status() < 200 || given.status() > 599 || given.body().length() > MOST_CHARACTERS) {
      return unusable(given);
    }
    try {
      var type = MediaType.valueOf(given.contentType());
      var isBare = given.status() == 204 || given.status() == 304 || given.body().isEmpty();
      var response = Response.status(given.status());
      return isBare
          ? response
          : response
              .type(type.getType().equals("text") ? type.withCharset("utf-8") : type)
              .entity(given.body().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return unusable(given);
    }
  }

  private static Response.ResponseBuilder unusable(Outcome.Answer given) {
    LOG.warn(
        "A plugin's function answered with the status {}, the type {} and {} characters; wanted 200"
            + " to 599, a media type, and at most {} characters",
        given.status(),
        given.contentType(),
        given.body().length(),
        MOST_CHARACTERS);
    return Problem.of(500, "The plugin failed.").response();
  }
}
