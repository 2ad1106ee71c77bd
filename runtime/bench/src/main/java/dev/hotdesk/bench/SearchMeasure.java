package dev.hotdesk.bench;

import dev.hotdesk.bench.journal.Engine;
import dev.hotdesk.bench.search.Archive;
import dev.hotdesk.bench.search.Chatter;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.Query;
import dev.hotdesk.server.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Looking for words and numbers in what was said in a year. */
final class SearchMeasure implements Measure {

  private static final double PROMISED_P95 = 500;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Random random = new Random(7);

  @Override
  public String summary() {
    return "search in messages in Chinese and English [--messages 1000000] [--queries 50 of each"
        + " kind] [--on postgresql|h2]";
  }

  @Override
  public void run(Options options, Report report) throws IOException, InterruptedException {
    var messages = options.number("messages", 1_000_000);
    var folder = Files.createTempDirectory("hotdesk-search");
    try (var engine =
        options.text("on").equals("h2") ? Engine.h2(folder) : Engine.postgresql(folder, "")) {
      Archive.fill(engine.pool(), messages);
      report.count("messages", messages);
      report.value("indexed_per_s", messages / index(engine), "");
      report.progress("indexed");
      look(engine, messages, options.number("queries", 50), report);
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Seconds that it took. */
  private static double index(Engine engine) {
    long began = System.nanoTime();
    var indexer = new Indexer(engine.pool());
    while (indexer.index()) {}
    return (System.nanoTime() - began) / 1e9;
  }

  private void look(Engine engine, int messages, int times, Report report) {
    var search = new Search(new Readings(engine.pool(), Optional.empty()), Duration.ofSeconds(30));
    var all = new Timings();
    long hits = 0;
    for (var kind : kinds(messages).entrySet()) {
      var its = new Timings();
      for (int i = 0; i < times; i++) {
        var query = kind.getValue().get();
        long began = System.nanoTime();
        hits += search.find(query).hits().size();
        its.add(System.nanoTime() - began);
      }
      report.value(kind.getKey() + "_p50", its.percentile(50), "ms");
      report.value(kind.getKey() + "_p95", its.percentile(95), "ms");
      all.addAll(its);
    }
    report.count("hits", hits);
    report.atMost(PROMISED_P95, "all_p95", all.percentile(95), "ms");
  }

  private Map<String, Supplier<Query>> kinds(int messages) {
    var kinds = new LinkedHashMap<String, Supplier<Query>>();
    kinds.put("common_chinese", () -> query(random.nextBoolean() ? "订单" : "退货"));
    kinds.put("phrase_chinese", () -> query("麻烦催一下快递"));
    kinds.put("product_chinese", () -> query(Chatter.product(random.nextInt(20_000))));
    kinds.put("common_and_product", () -> query("退货 " + Chatter.product(random.nextInt(20_000))));
    kinds.put("one_character", () -> query("鞋"));
    kinds.put("common_english", () -> query("shipping"));
    kinds.put("two_english", () -> query("refund days"));
    kinds.put("order_number", () -> query(Chatter.order(5 * random.nextInt(messages / 5))));
    kinds.put("phone_number", () -> query(Chatter.phone(20 * random.nextInt(messages / 20) + 7)));
    kinds.put("nothing", () -> query("没有人说过这句话"));
    kinds.put("channel_and_week", this::channelAndWeek);
    return kinds;
  }

  private Query channelAndWeek() {
    var from = Archive.BEGIN.plus(random.nextInt(350), ChronoUnit.DAYS);
    return new Query("退款", "line", from, from.plus(7, ChronoUnit.DAYS), "", 20);
  }

  private static Query query(String words) {
    return new Query(words, "", Instant.EPOCH, LATEST, "", 20);
  }
}
