package dev.hotdesk.learning;

import java.util.List;

/** Keeps what was taught. Called by one thread at a time; may block, and throw if it cannot. */
public interface Lessons {

  /** All that is taught now. */
  Syllabus read();

  /** These do no harm: from now on customers are understood by them. */
  void passed(List<Lesson> lessons);

  /** This one would make something worse, and is put aside until somebody decides on it. */
  void refused(Lesson lesson, List<Broken> broken);
}
