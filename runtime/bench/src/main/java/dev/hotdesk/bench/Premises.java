package dev.hotdesk.bench;

import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Fleet;
import dev.hotdesk.bench.site.Machine;
import dev.hotdesk.bench.site.Node;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a crowd comes to: one server on its embedded database, or several on PostgreSQL and Redis.
 */
interface Premises extends AutoCloseable {

  /** Starts them, each with these arguments for its Java. */
  Duration start(List<String> jvm);

  /** The servers, the first first. */
  List<Web> webs();

  /** Their processes. */
  List<Machine> machines();

  String shopOrigin();

  @Override
  void close() throws IOException;

  /**
   * So many servers; none stands for one on the embedded database.
   *
   * @param settings of each server, as variables of its environment
   */
  static Premises of(int nodes, Map<String, String> settings)
      throws IOException, InterruptedException {
    if (nodes == 0) {
      return new OnSite(Site.open(), settings);
    }
    try {
      return new InFleet(Fleet.open(nodes), settings);
    } catch (SQLException e) {
      throw new IOException("No PostgreSQL for the servers: " + e.getMessage(), e);
    }
  }

  /** One server. */
  record OnSite(Site site, Map<String, String> settings) implements Premises {

    @Override
    public Duration start(List<String> jvm) {
      settings.forEach((name, value) -> site.launch(it -> it.with(name, value)));
      jvm.forEach(each -> site.launch(it -> it.jvm(each)));
      return site.start();
    }

    @Override
    public List<Web> webs() {
      return List.of(site.web());
    }

    @Override
    public List<Machine> machines() {
      return List.of(site.machine());
    }

    @Override
    public String shopOrigin() {
      return site.shopOrigin();
    }

    @Override
    public void close() throws IOException {
      site.close();
    }
  }

  /** Several servers. */
  record InFleet(Fleet fleet, Map<String, String> settings) implements Premises {

    @Override
    public Duration start(List<String> jvm) {
      for (var node : fleet.nodes()) {
        settings.forEach((name, value) -> node.launch(it -> it.with(name, value)));
        jvm.forEach(each -> node.launch(it -> it.jvm(each)));
      }
      return Node.start(fleet.nodes());
    }

    @Override
    public List<Web> webs() {
      return fleet.nodes().stream().map(Node::direct).toList();
    }

    @Override
    public List<Machine> machines() {
      return fleet.nodes().stream().map(Node::machine).toList();
    }

    @Override
    public String shopOrigin() {
      return fleet.shopOrigin();
    }

    @Override
    public void close() throws IOException {
      fleet.close();
    }
  }
}
