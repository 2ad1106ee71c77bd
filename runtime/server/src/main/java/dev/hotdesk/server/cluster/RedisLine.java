package dev.hotdesk.server.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The line to Redis. It may be down at any time, and nothing is wrong then: what was to be said is
 * found in the database later. Says once that it is down, and once that it is back.
 */
final class RedisLine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedisLine.class);

  /** For those who wait for work: longer than the wait itself. */
  private static final int WAITING = 1_000;

  private final URI address;
  private final RedisClient client;
  private final int timeout;
  private volatile boolean isUp;
  private volatile boolean isSaid;
  private volatile String fault = "not connected yet";

  /**
   * A line to this Redis.
   *
   * @param timeout how long it may take to let in and to answer; also to lend a connection
   */
  RedisLine(URI address, Duration timeout) {
    this.address = address;
    this.timeout = Math.toIntExact(timeout.toMillis());
    var pool = new ConnectionPoolConfig();
    pool.setMaxWait(timeout);
    this.client =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(address))
            .clientConfig(config().blockingSocketTimeoutMillis(this.timeout + WAITING).build())
            .poolConfig(pool)
            .build();
  }

  private DefaultJedisClientConfig.Builder config() {
    var config =
        DefaultJedisClientConfig.builder()
            .timeoutMillis(timeout)
            .database(JedisURIHelper.getDBIndex(address));
    if (JedisURIHelper.isRedisSSLScheme(address)) {
      config.sslOptions(SslOptions.defaults());
    }
    var user = JedisURIHelper.getUser(address);
    var password = JedisURIHelper.getPassword(address);
    if (user != null && !user.isEmpty()) {
      config.user(user);
    }
    if (password != null) {
      config.password(password);
    }
    return config;
  }

  /** What Redis answers; empty if it does not. */
  <T> Optional<T> ask(Function<RedisClient, T> question) {
    try {
      var answer = Optional.of(question.apply(client));
      up();
      return answer;
    } catch (JedisException e) {
      down(e);
      return Optional.empty();
    }
  }

  /** A connection of one's own, for who listens. */
  Jedis dial() {
    return new Jedis(JedisURIHelper.getHostAndPort(address), config().build());
  }

  boolean isUp() {
    return isUp;
  }

  /** Why it is down; empty if it is not. */
  String fault() {
    return isUp ? "" : fault;
  }

  void up() {
    if (!isUp) {
      isUp = true;
      if (isSaid) {
        LOG.info("Redis is back");
      }
      isSaid = false;
    }
  }

  void down(JedisException e) {
    isUp = false;
    fault = String.valueOf(e.getMessage());
    if (!isSaid) {
      isSaid = true;
      LOG.warn(
          "Redis at {}:{} does not answer: {}. Servers look into the database for each other's"
              + " news, each second, until it is back",
          address.getHost(),
          address.getPort(),
          e.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
