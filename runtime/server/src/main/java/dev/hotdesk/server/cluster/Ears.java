package dev.hotdesk.server.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** Listens to what other servers say through Redis. Who listens again may have missed something. */
final class Ears {

  private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
  private static final long SILENCE = Duration.ofSeconds(6).toNanos();

  private final RedisLine line;
  private final Map<String, Consumer<String>> channels;
  private final Runnable whenBack;
  private volatile @Nullable Listening listening;
  private volatile boolean closed;

  /**
   * Listens.
   *
   * @param channels what to do with the messages of each channel; must not block
   * @param whenBack is called whenever this begins to listen
   */
  Ears(RedisLine line, Map<String, Consumer<String>> channels, Runnable whenBack) {
    this.line = line;
    this.channels = channels;
    this.whenBack = whenBack;
  }

  /** Whether nothing is missed at the moment. */
  boolean areOpen() {
    var now = listening;
    return now != null && now.isSubscribed() && !now.isDeaf();
  }

  /** Listens until the line breaks; blocks. */
  void listen() {
    try (var jedis = line.dial()) {
      var now = new Listening(jedis);
      listening = now;
      if (!closed) {
        jedis.subscribe(now, channels.keySet().toArray(String[]::new));
      }
    } catch (JedisException e) {
      if (!closed) {
        line.down(e);
      }
    } finally {
      listening = null;
    }
  }

  /** Makes sure that the other end is still there. Called each second or two. */
  void check() {
    var now = listening;
    if (now != null && now.isSubscribed()) {
      try {
        if (now.isDeaf()) {
          now.cut();
        } else {
          now.ping();
        }
      } catch (JedisException e) {
        LOG.debug("The line to Redis broke: {}", e.toString());
      }
    }
  }

  void close() {
    closed = true;
    var now = listening;
    if (now != null) {
      now.cut();
    }
  }

  private final class Listening extends JedisPubSub {

    private final Jedis jedis;
    private volatile long heard = System.nanoTime();

    Listening(Jedis jedis) {
      this.jedis = jedis;
    }

    boolean isDeaf() {
      return System.nanoTime() - heard > SILENCE;
    }

    /** The thread that listens finds its socket closed. */
    void cut() {
      jedis.disconnect();
    }

    @Override
    public void onSubscribe(String channel, int count) {
      heard = System.nanoTime();
      if (count == channels.size()) {
        line.up();
        whenBack.run();
      }
    }

    @Override
    public void onPong(String pattern) {
      heard = System.nanoTime();
    }

    @Override
    public void onMessage(String channel, String message) {
      heard = System.nanoTime();
      try {
        channels.getOrDefault(channel, _ -> {}).accept(message);
      } catch (RuntimeException e) {
        LOG.warn("A message of another server could not be read: {}", e.toString());
      }
    }
  }
}
