package dev.hotdesk.server.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Work in a Redis Stream that one of all servers must do: a consumer group gives each piece to one
 * of them. Who has a piece in hand keeps saying so; what nobody speaks for any more is claimed by
 * another one. A piece is gone once it is done.
 */
final class WorkStream {

  private static final String GROUP = "servers";
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_CLAIMED = 64;
  private static final StreamEntryID BEGINNING = new StreamEntryID(0, 0);

  private final String key;
  private final String node;
  private final Duration lease;

  /**
   * Work of this kind.
   *
   * @param node what this server is called
   * @param lease how long a piece stays with a server that does not speak for it
   */
  WorkStream(String key, String node, Duration lease) {
    this.key = key;
    this.node = node;
    this.lease = lease;
  }

  /** Makes the group, unless it is there. */
  boolean open(RedisClient redis) {
    try {
      redis.xgroupCreate(key, GROUP, BEGINNING, true);
    } catch (JedisDataException e) {
      if (!String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
        throw e;
      }
    }
    return true;
  }

  boolean add(RedisClient redis, Collection<Map<String, String>> pieces) {
    try (var pipeline = redis.pipelined()) {
      pieces.forEach(
          fields ->
              pipeline.xadd(
                  key, XAddParams.xAddParams().maxLen(MOST_KEPT).approximateTrimming(), fields));
      pipeline.sync();
    }
    return true;
  }

  /** Takes what nobody has taken yet; waits for it a moment. */
  List<StreamEntry> take(RedisClient redis, int most, Duration patience) {
    var read =
        redis.xreadGroup(
            GROUP,
            node,
            XReadGroupParams.xReadGroupParams().count(most).block((int) patience.toMillis()),
            Map.of(key, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    return read == null || read.isEmpty() ? List.of() : read.getFirst().getValue();
  }

  /** Takes over what a server had in hand that does not speak for it any more. */
  List<StreamEntry> claim(RedisClient redis) {
    var claimed =
        redis
            .xautoclaim(
                key,
                GROUP,
                node,
                lease.toMillis(),
                BEGINNING,
                XAutoClaimParams.xAutoClaimParams().count(MOST_CLAIMED))
            .getValue();
    return claimed.stream().filter(it -> it != null && it.getFields() != null).toList();
  }

  /** Says that this server is still at these. */
  boolean keep(RedisClient redis, Collection<StreamEntryID> inHand) {
    if (!inHand.isEmpty()) {
      redis.xclaimJustId(
          key, GROUP, node, 0, XClaimParams.xClaimParams(), inHand.toArray(StreamEntryID[]::new));
    }
    return true;
  }

  /** These are done. */
  boolean done(RedisClient redis, Collection<StreamEntryID> pieces) {
    var ids = new ArrayList<>(pieces).toArray(StreamEntryID[]::new);
    try (var pipeline = redis.pipelined()) {
      pipeline.xack(key, GROUP, ids);
      pipeline.xdel(key, ids);
      pipeline.sync();
    }
    return true;
  }
}
