package dev.hotdesk.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorefrontTest {

  private static final String SECRET = "a secret of at least thirty-two letters";

  @TempDir private Path folder;
  private String database = "";
  private Storefront shop;
  private HttpClient browser;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = ShopProcess.database(folder);
    shop =
        Storefront.open(
            Settings.of(
                new String[] {"0", "http://localhost:9080", database},
                Map.of("HOTDESK_IDENTIFY_SECRET", SECRET)));
    browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @AfterEach
  void close() {
    browser.close();
    shop.close();
  }

  @Test
  void shows_its_goods_with_the_chat_in_every_page() throws Exception {
    assertThat(get("/").body())
        .contains("美丽诺羊毛圆领毛衣", "满300减50", "/product/BG-7001")
        .contains(
            "<script src=\"http://localhost:9080/widget/hotdesk.js\" data-sku=\"\" data-lang=\"zh\""
                + " async>");
    assertThat(get("/product/SW-1001").body())
        .contains("data-sku=\"SW-1001\"", "SW-1001-BL-M", "抗起球 3–4 级", "32 条");
    assertThat(get("/product/SW-1001").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(it -> assertThat(it).contains("ws://localhost:9080"));
  }

  @Test
  void speaks_english_to_who_wants_it() throws Exception {
    assertThat(get("/lang/en?back=/product/SW-1001").body())
        .contains("Merino crew-neck sweater", "data-lang=\"en\"", "Pilling grade 3–4");
    assertThat(get("/lang/en?back=//elsewhere.example/").uri().getHost()).isEqualTo("localhost");
  }

  @Test
  void vouches_for_who_has_signed_in() throws Exception {
    assertThat(get("/identity").statusCode()).isEqualTo(204);
    assertThat(get("/orders").body()).contains("演示登录");

    var orders = post("/sign-in", "customer=C-1001");

    assertThat(orders.body()).contains("小林 的订单", "20261123-88", "顺丰速运", "data-signed-in");
    var token = get("/identity").body().split("\\.");
    assertThat(token).hasSize(3);
    assertThat(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
        .contains("\"sub\":\"C-1001\"");

    post("/sign-out", "");
    assertThat(get("/identity").statusCode()).isEqualTo(204);
  }

  @Test
  void signs_nobody_in_whom_it_does_not_know() throws Exception {
    assertThat(post("/sign-in", "customer=C-9").body()).contains("演示登录");
  }

  @Test
  void escapes_what_it_shows() throws Exception {
    try (var other = DriverManager.getConnection(database, "shop", "");
        var statement = other.createStatement()) {
      statement.execute(
          "INSERT INTO review VALUES (999, 'SW-1001', 5, '<script>alert(1)</script>', '',"
              + " CURRENT_DATE)");
    }
    assertThat(get("/product/SW-1001").body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }

  @Test
  void knows_what_it_does_not_have() throws Exception {
    assertThat(get("/product/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/static/../shop/data.sql").statusCode()).isEqualTo(404);
    assertThat(post("/product/SW-1001", "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return browser.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + shop.port() + path));
  }
}
