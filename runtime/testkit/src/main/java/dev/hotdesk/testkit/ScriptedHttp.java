package dev.hotdesk.testkit;

import dev.hotdesk.api.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other systems that answer as a test wants them to. Nothing leaves the machine. */
final class ScriptedHttp implements Http {

  private final Map<String, Response> answers = new HashMap<>();
  private final List<Request> sent = new ArrayList<>();

  synchronized void answer(String uri, Response response) {
    answers.put(uri, response);
  }

  /** What was asked so far. */
  synchronized List<Request> sent() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Response send(Request request) {
    sent.add(request);
    var answer = answers.get(request.uri().toString());
    if (answer == null) {
      throw new UncheckedIOException(
          new IOException(
              "Nobody answers at %s; wanted one of %s: give the test an answer with answering(…)"
                  .formatted(request.uri(), answers.keySet())));
    }
    return answer;
  }
}
