package dev.hotdesk.learning;

import dev.hotdesk.routing.Exam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Compares what two models make of the same sentences. The rule: for no agent may fewer sentences
 * be understood than before. Which ones may change; how many may only grow.
 */
final class Examination {

  private final List<Exam> exams;

  Examination(List<Exam> exams) {
    this.exams = List.copyOf(exams);
  }

  List<Exam> exams() {
    return exams;
  }

  /**
   * What breaks at agents for which it is worse; nothing if it is worse for none.
   *
   * @param before what the model that serves takes the sentences for
   * @param after what the other one does
   */
  List<Broken> broken(List<String> before, List<String> after) {
    var change = new HashMap<String, Integer>();
    var broken = new ArrayList<Broken>();
    for (var i = 0; i < exams.size(); i++) {
      var exam = exams.get(i);
      var wanted = exam.sentence().intent().name();
      boolean was = wanted.equals(before.get(i));
      boolean is = wanted.equals(after.get(i));
      change.merge(exam.agent(), (is ? 1 : 0) - (was ? 1 : 0), Integer::sum);
      if (was && !is) {
        broken.add(new Broken(exam.agent(), exam.sentence().text(), wanted, after.get(i)));
      }
    }
    return broken.stream().filter(it -> change.getOrDefault(it.agent(), 0) < 0).toList();
  }
}
