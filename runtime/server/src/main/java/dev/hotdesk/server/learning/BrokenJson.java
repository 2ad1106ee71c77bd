package dev.hotdesk.server.learning;

import dev.hotdesk.learning.Broken;
import jakarta.json.Json;
import java.util.List;

/** Writes down what an example would break. */
final class BrokenJson {

  private static final int MOST = 50;

  private BrokenJson() {}

  static String of(List<Broken> broken) {
    var all = Json.createArrayBuilder();
    broken.stream()
        .limit(MOST)
        .forEach(
            it ->
                all.add(
                    Json.createObjectBuilder()
                        .add("agent", it.agent())
                        .add("text", it.text())
                        .add("wanted", it.wanted())
                        .add("got", it.got())));
    return all.build().toString();
  }
}
