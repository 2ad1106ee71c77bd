package dev.hotdesk.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Something that can be measured. */
interface Measure {

  /** What it measures and which options it takes, in one line. */
  String summary();

  /** The command line after its name. */
  default Options options(List<String> words) {
    return Options.parse(words);
  }

  /** Measures, and reports as it goes. */
  void run(Options options, Report report) throws IOException, InterruptedException, SQLException;
}
