package dev.hotdesk.server.assembly;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks at the WAR from inside the server, where its promises about threads and data are kept. */
@ExtendWith(ArquillianExtension.class)
class InServerIT {

  @Resource(lookup = "concurrent/hotdesk")
  private ManagedExecutorService workers;

  @Resource(lookup = "jdbc/hotdesk")
  private DataSource database;

  @Deployment
  static WebArchive hotdesk() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/hotdesk.war"));
  }

  @Test
  void work_runs_on_virtual_threads() throws Exception {
    assertTrue(workers.submit(() -> Thread.currentThread().isVirtual()).get());
  }

  @Test
  void the_database_is_up_to_date() throws Exception {
    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*), sum(case when success then 0 else 1 end) from"
                        + " \"flyway_schema_history\"")) {
      rows.next();
      assertTrue(rows.getInt(1) > 0);
      assertEquals(0, rows.getInt(2));
    }
  }

  @Test
  @RunAsClient
  void strangers_see_no_metrics(@ArquillianResource URL hotdesk) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      assertAll(
          () -> assertEquals(403, status(client, URI.create(hotdesk + "../metrics"))),
          () -> assertEquals(401, status(client, URI.create(hotdesk + "api/admin/metrics"))));
    }
  }

  private static int status(HttpClient client, URI address) throws Exception {
    var request = HttpRequest.newBuilder(address.normalize()).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
