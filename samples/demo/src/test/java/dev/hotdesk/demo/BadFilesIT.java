package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Token;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.fault.OddRequests;
import dev.hotdesk.bench.site.Site;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they say, over real HTTP. */
@ExtendWith(OpenHouse.class)
class BadFilesIT {

  private static final String SCRIPT = "<script>alert(document.domain)</script>";
  private static final byte[] PICTURE = picture();

  private final Site site;
  private final String token;

  BadFilesIT(Site site) {
    this.site = site;
    this.token = Token.fetch(site.web(), site.shopOrigin(), "").token();
  }

  @ParameterizedTest
  @CsvSource({
    "photo.png,  image/png,                html,      415, attachment_type",
    "photo.png,  text/html,                html,      415, attachment_type",
    "page.html,  image/png,                png,       415, attachment_type",
    "image.svg,  image/svg+xml,            svg,       415, attachment_type",
    "photo.png,  image/svg+xml,            svg,       415, attachment_type",
    "note.txt,   text/plain,               html,      415, attachment_type",
    "photo.gif,  image/gif,                gif,       415, attachment_type",
    "photo.jpg,  image/jpeg,               png,       415, attachment_type",
    "photo.png,  image/png,                truncated, 415, attachment_type",
    "tool.exe,   application/octet-stream, exe,       415, attachment_type",
    "photo.png,  application/pdf,          png,       415, attachment_type",
    "photo.png,  image/png,                bomb,      413, attachment_pixels",
    "photo.png,  image/png,                long,      413, attachment_size",
    "photo.png,  image/png,                empty,     400, attachment",
  })
  void a_file_that_is_not_what_it_says_is_refused(
      String name, String type, String content, int status, String code) {
    var refused = upload(name, type, content(content));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().text("code")).isEqualTo(code);
    assertThat(refused.body()).doesNotContain(BrokenProtocolIT.INSIDES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd.png",
        "C:\\windows\\system32\\x.png",
        "ph\u202Egnp.exe.png",
        "a\r\nSet-Cookie: x=y.png",
        "a\u0000b.png",
        ".png",
        "\"quoted\"; filename=evil.html;.png",
        "蓝色 T 恤.png"
      })
  void a_name_leads_nowhere_and_turns_nothing_around(String name) {
    var taken = upload(name, "image/png", PICTURE).orThrow().json();
    var file = download(taken.text("id"));

    assertThat(taken.text("name")).isNotBlank().doesNotContainPattern("[/\\\\\\p{Cntrl}\\p{Cf}]");
    assertThat(file.headers().get("content-disposition"))
        .startsWith("attachment; filename=\"")
        .satisfies(it -> assertThat(it.chars().filter(c -> c == '"').count()).isEqualTo(2));
    assertThat(file.headers()).doesNotContainKey("set-cookie");
  }

  /** A sound image that is a page as well, for those who look at its end. */
  @Test
  void what_is_two_things_at_once_is_handed_out_as_a_picture_to_be_saved() {
    var both = Arrays.copyOf(PICTURE, PICTURE.length + SCRIPT.length());
    System.arraycopy(bytes(SCRIPT), 0, both, PICTURE.length, SCRIPT.length());

    var id = upload("photo.png", "image/png", both).orThrow().json().text("id");

    assertThat(download(id).headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-security-policy", "default-src 'none'; sandbox")
        .hasEntrySatisfying("content-disposition", it -> assertThat(it).startsWith("attachment"));
    assertThat(download(id + "/thumbnail").body()).doesNotContain("script");
  }

  @Test
  void half_a_file_is_no_file() {
    var half =
        OddRequests.ask(
            site.web(),
            String.join(
                "\r\n",
                "POST /api/customer/attachments?name=note.txt HTTP/1.1",
                "Host: " + site.web().base().getAuthority(),
                "Authorization: Bearer " + token,
                "Content-Type: text/plain",
                "Content-Length: 900",
                "Connection: close",
                "",
                "half"));

    assertThat(half).doesNotContain(" 201 ").doesNotContain(BrokenProtocolIT.INSIDES);
    // 30 that no message uses may be there: were the half one kept, the last would be refused.
    for (int i = 0; i < 30; i++) {
      assertThat(upload("note.txt", "text/plain", bytes("note " + i)).status()).isEqualTo(201);
    }
    assertThat(upload("note.txt", "text/plain", bytes("too many")).status()).isEqualTo(429);
  }

  @Test
  void a_file_is_for_its_own_conversation_only() {
    var id = upload("photo.png", "image/png", PICTURE).orThrow().json().text("id");
    var other = Token.fetch(site.web(), site.shopOrigin(), "").token();

    for (var whose : new String[] {other, "nonsense", ""}) {
      var answer =
          site.web()
              .get("/api/customer/attachments/" + id, Map.of("Authorization", "Bearer " + whose));
      assertThat(answer.status()).isIn(401, 404);
    }
    for (var strange : new String[] {"..%2f..%2fetc%2fpasswd", "%00", "a".repeat(4_000)}) {
      assertThat(download(strange).status()).isBetween(400, 414);
    }
  }

  private Web.Answer upload(String name, String type, byte[] bytes) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return site.web()
        .upload(
            "/api/customer/attachments?name=" + encoded,
            bytes,
            Map.of("Authorization", "Bearer " + token, "Content-Type", type));
  }

  private Web.Answer download(String id) {
    return site.web()
        .get("/api/customer/attachments/" + id, Map.of("Authorization", "Bearer " + token));
  }

  private static byte[] content(String word) {
    return switch (word) {
      case "html" -> bytes("<html><body>" + SCRIPT + "</body></html>");
      case "svg" -> bytes("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>");
      case "gif" -> bytes("GIF89a/*" + SCRIPT + "*/=1;alert(1)");
      case "png" -> PICTURE;
      case "truncated" -> Arrays.copyOf(PICTURE, PICTURE.length / 2);
      case "exe" -> bytes("MZ" + "\0".repeat(400));
      case "bomb" -> bomb();
      case "long" -> Arrays.copyOf(PICTURE, (10 << 20) + 1);
      default -> new byte[0];
    };
  }

  /** Says that it has 2.5 thousand million pixels: its width and height lie at 16 and 20. */
  private static byte[] bomb() {
    var bomb = ByteBuffer.wrap(PICTURE.clone()).putInt(16, 50_000).putInt(20, 50_000);
    var sum = new CRC32();
    sum.update(bomb.array(), 12, 17);
    return bomb.putInt(29, (int) sum.getValue()).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
