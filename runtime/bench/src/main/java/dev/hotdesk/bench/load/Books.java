package dev.hotdesk.bench.load;

import dev.hotdesk.bench.client.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one customer said, was promised and heard; small, because there are many. The words follow
 * from their number, so they are not kept.
 */
final class Books {

  private String conversation = "a customer without a token";
  private long[] promises = new long[1];
  private int said;
  private long last;
  private @Nullable Set<Integer> retold;
  private @Nullable Map<Long, String> answers;

  /** They are about this conversation. */
  void opened(String id) {
    conversation = id;
  }

  /** One more thing is said; gives its number. */
  int say() {
    if (said == promises.length) {
      promises = Arrays.copyOf(promises, promises.length * 2);
    }
    return said++;
  }

  /** True if this is news. */
  boolean promised(int number, long seq, Tally tally) {
    if (number >= said) {
      tally.doubled("%s: ack of m%d, which nobody said".formatted(conversation, number));
      return false;
    }
    if (promises[number] != 0) {
      if (promises[number] != seq) {
        tally.doubled(
            "%s: m%d promised at %d and at %d"
                .formatted(conversation, number, promises[number], seq));
      }
      return false;
    }
    promises[number] = seq;
    return true;
  }

  /** It was refused and is said again later, so that it may come after what was said after it. */
  void refused(int number) {
    if (retold == null) {
      retold = new HashSet<>();
    }
    retold.add(number);
  }

  /** An operator was promised that these words stand there. */
  void answered(long seq, String text) {
    if (answers == null) {
      answers = new HashMap<>();
    }
    answers.put(seq, text);
  }

  /** Something of the log arrived. */
  void heard(long seq, Tally tally) {
    if (seq == last) {
      tally.doubled("%s: %d came twice".formatted(conversation, seq));
    } else if (seq < last) {
      tally.misplaced("%s: %d came after %d".formatted(conversation, seq, last));
    } else {
      last = seq;
    }
  }

  String conversation() {
    return conversation;
  }

  long last() {
    return last;
  }

  /** How far the log must go at least. */
  long furthest() {
    long furthest = last;
    for (int i = 0; i < said; i++) {
      furthest = Math.max(furthest, promises[i]);
    }
    for (long seq : answers == null ? Set.<Long>of() : answers.keySet()) {
      furthest = Math.max(furthest, seq);
    }
    return furthest;
  }

  /** What is not promised yet, in order. */
  List<Integer> owed() {
    var owed = new ArrayList<Integer>(1);
    for (int i = 0; i < said; i++) {
      if (promises[i] == 0) {
        owed.add(i);
      }
    }
    return owed;
  }

  int promises() {
    return (int) Arrays.stream(promises, 0, said).filter(it -> it != 0).count();
  }

  /** Holds these books against the log as it is stored. */
  Audit.Found against(List<Message> log) {
    var lost = new ArrayList<String>();
    var doubled = new ArrayList<String>();
    var misplaced = new ArrayList<String>();
    var places = new HashMap<String, Long>();
    var texts = new HashMap<Long, String>();
    for (var message : log) {
      if (texts.put(message.seq(), message.text()) != null) {
        doubled.add("%s: %d stands twice".formatted(conversation, message.seq()));
      }
      if (message.isOwn() && places.put(message.id(), message.seq()) != null) {
        doubled.add("%s: %s is stored twice".formatted(conversation, message.id()));
      }
    }
    long before = 0;
    for (int i = 0; i < said; i++) {
      var place = places.getOrDefault(Words.id(i), 0L);
      if (promises[i] != 0 && place != promises[i]) {
        lost.add(
            "%s: m%d, promised at %d, found at %d".formatted(conversation, i, promises[i], place));
      }
      if (promises[i] != 0 && (retold == null || !retold.contains(i))) {
        if (promises[i] < before) {
          misplaced.add("%s: m%d stands before %d".formatted(conversation, i, before));
        }
        before = promises[i];
      }
    }
    (answers == null ? Map.<Long, String>of() : answers)
        .forEach(
            (seq, text) -> {
              if (!text.equals(texts.get(seq))) {
                lost.add("%s: %s, promised at %d".formatted(conversation, text, seq));
              }
            });
    return new Audit.Found(promises(), lost, doubled, misplaced);
  }
}
