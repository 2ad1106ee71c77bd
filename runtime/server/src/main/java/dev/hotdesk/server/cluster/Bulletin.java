package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.stream.Pump;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Tells the other servers through Redis what was stored here, many commits at a time, and reads
 * what they have stored. Never waits for Redis; what it cannot say or read is found in the
 * database.
 */
final class Bulletin {

  static final String CHANNEL = "hotdesk:news";
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 500;

  private final RedisLine line;
  private final String holder;
  private final Here here;
  private final ArrayBlockingQueue<RecentLogs.Commit> waiting =
      new ArrayBlockingQueue<>(MOST_WAITING);
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final Pump outward;
  private final Pump inward;
  private volatile boolean isMute;

  Bulletin(RedisLine line, String holder, Here here, Executor executor) {
    this.line = line;
    this.holder = holder;
    this.here = here;
    this.outward = new Pump(executor, this::say);
    this.inward = new Pump(executor, this::read);
  }

  /** Tells the others, soon. */
  void publish(Conversation now, List<Logged> entries) {
    if (!waiting.offer(new RecentLogs.Commit(now, entries))) {
      isMute = true;
    }
    outward.wake();
  }

  /** Whether something was not said: the others then had better look into the database. */
  boolean isMute() {
    return isMute;
  }

  /** How many commits wait to be told. */
  int waiting() {
    return waiting.size();
  }

  /** All that was not said has been found by now. */
  void speakUp() {
    isMute = !line.isUp();
  }

  private void say() {
    var commits = new ArrayList<RecentLogs.Commit>();
    while (waiting.drainTo(commits, MOST_AT_ONCE) > 0) {
      if (line.ask(redis -> told(redis, commits)).isEmpty()) {
        isMute = true;
      }
      commits.clear();
    }
  }

  private boolean told(RedisClient redis, List<RecentLogs.Commit> commits) {
    var added = new HashMap<String, List<Response<StreamEntryID>>>();
    var places = new LinkedHashMap<String, Long>();
    try (var pipeline = redis.pipelined()) {
      for (var commit : commits) {
        var conversation = commit.now().id();
        added
            .computeIfAbsent(conversation, _ -> new ArrayList<>())
            .addAll(RecentLogs.add(pipeline, commit));
        places.put(conversation, commit.now().session().lastSequence());
      }
      pipeline.sync();
    }
    var refused = new HashSet<String>();
    added.forEach(
        (conversation, answers) -> {
          if (RecentLogs.isRefused(answers)) {
            refused.add(conversation);
          }
        });
    try (var pipeline = redis.pipelined()) {
      refused.forEach(conversation -> RecentLogs.forget(pipeline, conversation));
      publish(pipeline, places);
      pipeline.sync();
    }
    return true;
  }

  private void publish(Pipeline pipeline, Map<String, Long> places) {
    var message = new StringBuilder(holder);
    places.forEach(
        (conversation, last) -> message.append('\n').append(conversation).append(' ').append(last));
    pipeline.publish(CHANNEL, message.toString());
  }

  /** Takes in what another server says. */
  void heard(String message) {
    var lines = message.split("\n");
    if (lines[0].equals(holder)) {
      return;
    }
    for (int i = 1; i < lines.length; i++) {
      var space = lines[i].lastIndexOf(' ');
      heard.merge(
          lines[i].substring(0, space), Long.parseLong(lines[i].substring(space + 1)), Math::max);
    }
    inward.wake();
  }

  private void read() {
    while (!heard.isEmpty()) {
      var news = new HashMap<String, Long>();
      for (var conversation : List.copyOf(heard.keySet())) {
        var last = heard.remove(conversation);
        if (last != null && last > here.known(conversation)) {
          news.put(conversation, last);
        }
        if (news.size() >= MOST_AT_ONCE) {
          break;
        }
      }
      if (!news.isEmpty()) {
        passOn(news);
      }
    }
  }

  private void passOn(Map<String, Long> news) {
    var found = line.ask(redis -> latest(redis, news)).orElse(Map.of());
    news.forEach(
        (conversation, last) -> {
          var entries = found.get(conversation);
          var commit = RecentLogs.read(entries == null ? List.of() : entries.get(), last);
          if (commit.isPresent()) {
            here.moved(commit.get().now(), commit.get().entries());
          } else {
            here.moved(conversation, last);
          }
        });
  }

  private Map<String, Response<List<StreamEntry>>> latest(
      RedisClient redis, Map<String, Long> news) {
    var found = new HashMap<String, Response<List<StreamEntry>>>();
    try (var pipeline = redis.pipelined()) {
      news.forEach(
          (conversation, last) ->
              found.put(
                  conversation,
                  RecentLogs.latest(pipeline, conversation, here.known(conversation), last)));
      pipeline.sync();
    }
    return found;
  }
}
