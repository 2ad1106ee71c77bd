package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.store.LogText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * The latest log entries of conversations, in a Redis Stream each. An entry's id is its place in
 * the log, {@code <sequence>-0}: Redis itself refuses who comes too late. A copy, never the truth:
 * where it has a gap, the database is asked.
 */
final class RecentLogs {

  private static final Logger LOG = LoggerFactory.getLogger(RecentLogs.class);
  private static final int MOST_KEPT = 200;
  private static final int MOST_READ = 60;
  private static final long SECONDS_KEPT = 3_600;
  private static final String NOW = "now";

  private RecentLogs() {}

  /** What was stored by one commit. */
  record Commit(Conversation now, List<Logged> entries) {}

  /** Adds what was stored; the answers tell whether Redis took it. */
  static List<Response<StreamEntryID>> add(AbstractPipeline pipeline, Commit commit) {
    var key = key(commit.now().id());
    var added = new ArrayList<Response<StreamEntryID>>();
    for (var logged : commit.entries()) {
      Map<String, String> texts = LogText.of(logged);
      if (logged.sequence() == commit.now().session().lastSequence()) {
        texts = new HashMap<>(texts);
        texts.put(NOW, LogText.of(commit.now()));
      }
      added.add(
          pipeline.xadd(
              key,
              XAddParams.xAddParams()
                  .id(new StreamEntryID(logged.sequence(), 0))
                  .maxLen(MOST_KEPT)
                  .approximateTrimming(),
              texts));
    }
    pipeline.expire(key, SECONDS_KEPT);
    return added;
  }

  /**
   * Whether Redis has refused one because it has later ones. Who was outrun by another server is;
   * but it may also be that an older copy of the database was restored: then the stream is of a
   * time that never was, so it is given up in both cases.
   */
  static boolean isRefused(List<Response<StreamEntryID>> added) {
    for (var answer : added) {
      try {
        answer.get();
      } catch (JedisDataException _) {
        return true;
      }
    }
    return false;
  }

  static void forget(AbstractPipeline pipeline, String conversation) {
    pipeline.del(key(conversation));
  }

  /** Asks for the latest entries after a place, or for some if that is 0. */
  static Response<List<StreamEntry>> latest(
      AbstractPipeline pipeline, String conversation, long after, long last) {
    var most = after > 0 ? Math.clamp(last - after, 1, MOST_READ) : MOST_READ;
    return pipeline.xrevrange(key(conversation), (StreamEntryID) null, (StreamEntryID) null, most);
  }

  /** What these say, if it is whole and goes as far as this. */
  static Optional<Commit> read(List<StreamEntry> newestFirst, long last) {
    if (newestFirst.isEmpty()) {
      return Optional.empty();
    }
    var standing = newestFirst.getFirst().getFields().get(NOW);
    if (standing == null || newestFirst.getFirst().getID().getTime() < last) {
      return Optional.empty();
    }
    try {
      var entries = new ArrayList<Logged>();
      for (var entry : newestFirst.reversed()) {
        var sequence = entry.getID().getTime();
        if (!entries.isEmpty() && sequence != entries.getLast().sequence() + 1) {
          entries.clear();
        }
        entries.add(LogText.entry(sequence, entry.getFields()));
      }
      return Optional.of(new Commit(LogText.conversation(standing), entries));
    } catch (RuntimeException e) {
      LOG.debug("A newer version of Hotdesk has written this: {}", e.toString());
      return Optional.empty();
    }
  }

  static String key(String conversation) {
    return "hotdesk:log:" + conversation;
  }
}
