package dev.hotdesk.server.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples that Amazon publishes for the header {@code Authorization} of S3. */
class SignatureTest {

  private static final Signature SIGNATURE =
      new Signature(
          "us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");
  private static final String NOTHING = Signature.sha256(new byte[0]);

  @Test
  void signs_the_example_of_getting_an_object() {
    assertThat(sign("GET", "/test.txt", "", Map.of("range", "bytes=0-9"), NOTHING))
        .isEqualTo(
            "AWS4-HMAC-SHA256"
                + " Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void signs_the_example_of_putting_an_object() {
    var content = Signature.sha256("Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8));

    assertThat(
            sign(
                "PUT",
                "/test%24file.text",
                "",
                Map.of(
                    "date",
                    "Fri, 24 May 2013 00:00:00 GMT",
                    "x-amz-storage-class",
                    "REDUCED_REDUNDANCY"),
                content))
        .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void signs_the_examples_with_a_query() {
    assertThat(sign("GET", "/", "lifecycle=", Map.of(), NOTHING))
        .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    assertThat(sign("GET", "/", "max-keys=2&prefix=J", Map.of(), NOTHING))
        .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  @Test
  void keeps_the_secret_to_itself() {
    assertThat(SIGNATURE.toString()).doesNotContain("wJalr");
  }

  private static String sign(
      String method, String path, String query, Map<String, String> more, String content) {
    var headers = new TreeMap<>(more);
    headers.put("host", "examplebucket.s3.amazonaws.com");
    headers.put("x-amz-content-sha256", content);
    headers.put("x-amz-date", Signature.date(AT));
    return SIGNATURE.of(method, path, query, headers, content, AT);
  }
}
