package dev.hotdesk.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one check found in a jar's code, the worst first. */
final class Findings {

  /** More than these are only counted. */
  private static final int TOLD = 5;

  private final String check;
  private final String file;
  private final Map<Object, String> failures = new LinkedHashMap<>();
  private final Map<Object, String> warnings = new LinkedHashMap<>();

  Findings(String check, String file) {
    this.check = check;
    this.file = file;
  }

  /** Adds a sentence without the file's name, unless there is one about the same matter. */
  void add(boolean isFailure, Object matter, String sentence) {
    (isFailure ? failures : warnings).putIfAbsent(matter, sentence);
  }

  Check toCheck(String praise) {
    if (!failures.isEmpty()) {
      return Check.failed(check, told(failures.values()));
    }
    return warnings.isEmpty()
        ? Check.passed(check, praise)
        : Check.warned(check, told(warnings.values()));
  }

  private String told(Collection<String> sentences) {
    List<String> all = new ArrayList<>(sentences);
    var words = file + ": " + String.join(" ", all.subList(0, Math.min(TOLD, all.size())));
    return all.size() > TOLD
        ? words + " And %,d more of the kind.".formatted(all.size() - TOLD)
        : words;
  }
}
