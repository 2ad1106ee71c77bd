package dev.hotdesk.bench.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one customer said, was promised and heard. Held against the log of the conversation, it
 * tells whether the server kept its word. Safe for many threads.
 */
public final class Ledger {

  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<Long, Message> heard = new LinkedHashMap<>();
  private final Set<Long> states = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private long lastOfConnection;

  /** Something said, with the promise made about it: a seq of 0 is none yet. */
  private record Said(String text, long seq) {}

  /** The customer says something. Said again with the same id, it is the same. */
  public synchronized void said(String id, String text) {
    said.putIfAbsent(id, new Said(text, 0));
  }

  /** The server promises that this is stored. */
  public synchronized void acknowledged(String id, long seq) {
    var before = said.get(id);
    if (before == null) {
      faults.add("ack of " + id + ", which nobody said");
    } else if (before.seq != 0 && before.seq != seq) {
      faults.add("%s acknowledged at %d and at %d".formatted(id, before.seq, seq));
    } else {
      said.put(id, new Said(before.text, seq));
    }
  }

  /** A new connection begins, which asks for all after this. */
  public synchronized void connected(long after) {
    lastOfConnection = after;
  }

  /** The server tells of a message. */
  public synchronized void heard(Message message) {
    arrived(message.seq());
    var before = heard.putIfAbsent(message.seq(), message);
    if (before != null) {
      faults.add("%d shown twice: %s, %s".formatted(message.seq(), before, message));
    }
  }

  /** The server tells of a change of state. */
  public synchronized void moved(long seq) {
    arrived(seq);
    if (!states.add(seq)) {
      faults.add("state %d shown twice".formatted(seq));
    }
  }

  private void arrived(long seq) {
    if (seq <= lastOfConnection) {
      faults.add("%d arrived after %d".formatted(seq, lastOfConnection));
    }
    lastOfConnection = seq;
  }

  /** How many have been promised. */
  public synchronized int promised() {
    return (int) said.values().stream().filter(it -> it.seq != 0).count();
  }

  /** Holds this ledger against the whole log, read afresh from the server. */
  public synchronized Findings against(List<Message> log) {
    var places = new LinkedHashMap<String, Long>();
    var lost = new ArrayList<String>();
    var doubled = new ArrayList<String>();
    var misplaced = new ArrayList<String>();
    var bySeq = new LinkedHashMap<Long, Message>();
    for (var message : log) {
      if (bySeq.put(message.seq(), message) != null) {
        doubled.add("%d stands twice in the log".formatted(message.seq()));
      }
      if (message.isOwn() && places.put(message.id(), message.seq()) != null) {
        doubled.add(message.id() + " is stored twice");
      }
    }
    long previous = 0;
    for (var entry : said.entrySet()) {
      var promise = entry.getValue();
      if (promise.seq == 0) {
        continue;
      }
      var stored = bySeq.get(promise.seq);
      if (stored == null
          || !stored.id().equals(entry.getKey())
          || !stored.text().equals(promise.text)) {
        lost.add("%s, promised at %d; there: %s".formatted(entry.getKey(), promise.seq, stored));
      }
      if (promise.seq < previous) {
        misplaced.add(
            "%s stands at %d, before %d".formatted(entry.getKey(), promise.seq, previous));
      }
      previous = promise.seq;
    }
    heard.forEach(
        (seq, message) -> {
          if (!message.equals(bySeq.get(seq))) {
            lost.add("%d, which was shown as %s".formatted(seq, message.text()));
          }
        });
    long questions = log.stream().filter(Message::isOwn).count();
    long answers = log.stream().filter(Message::isAnswer).count();
    if (answers > questions) {
      doubled.add("%d answers to %d questions".formatted(answers, questions));
    }
    for (var fault : faults) {
      (fault.contains("arrived after") ? misplaced : doubled).add(fault);
    }
    return new Findings(promised(), lost, doubled, misplaced);
  }
}
