package dev.hotdesk.bench;

import dev.hotdesk.bench.understanding.Retail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How well the shipped agents understand shoppers. */
final class RetailMeasure implements Measure {

  @Override
  public String summary() {
    return "shoppers' sentences through the shipped agents: FILE of text<TAB>intent [--errors"
        + " FILE]";
  }

  @Override
  public Options options(List<String> words) {
    return Options.about(words);
  }

  @Override
  public void run(Options options, Report report) throws IOException {
    if (options.subject().isEmpty()) {
      throw new IllegalArgumentException(
          "Wanted a file of text<TAB>intent, as in: runtime/bench/run retail FILE");
    }
    Retail.measure(Path.of(options.subject()), options.text("errors"), report);
  }
}
