package dev.hotdesk.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.server.attachment.Blobs;
import dev.hotdesk.server.attachment.BlobsContract;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a real object store that checks signatures. */
class S3BlobsTest extends BlobsContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension static final ObjectStore STORE = new ObjectStore();

  @Override
  protected Blobs blobs() {
    return in(STORE.bucket());
  }

  @Test
  void is_content_with_a_bucket_that_is_there() {
    assertThatCode(() -> in(STORE.bucket()).check()).doesNotThrowAnyException();
  }

  @Test
  void says_which_setting_is_wrong_and_never_the_secret() {
    assertRefused(
        STORE.bucket("nowhere", "hotdesk", "only-for-tests"), "hotdesk.attachments.s3.bucket");
    assertRefused(STORE.bucket("files", "nobody", "only-for-tests"), "hotdesk.attachments.s3.key");
    assertRefused(
        STORE.bucket("files", "hotdesk", "another-secret"), "hotdesk.attachments.s3.secret");
  }

  @Test
  void refuses_to_call_a_file_kept_that_the_store_refused() throws Exception {
    var file = file(new byte[] {1});

    assertThatThrownBy(
            () -> in(STORE.bucket("nowhere", "hotdesk", "only-for-tests")).put(key(), file))
        .isInstanceOf(RefusedRequestException.class);
    assertThat(file).exists();
  }

  @Test
  void names_the_bucket_in_the_host_where_the_store_wants_it_there() {
    var bucket = new Bucket(URI.create("https://oss.example:8443"), "cn", "files", "k", "s", false);

    assertThat(bucket.address("ab/abc")).hasToString("https://files.oss.example:8443/ab/abc");
    assertThat(bucket.toString()).doesNotContain("secret=");
  }

  private static void assertRefused(Bucket bucket, String setting) {
    assertThatThrownBy(() -> in(bucket).check())
        .isInstanceOf(RefusedRequestException.class)
        .hasMessageContaining(setting)
        .hasMessageNotContaining(bucket.secret());
  }

  private static S3Blobs in(Bucket bucket) {
    return new S3Blobs(bucket, PATIENCE, Clock.systemUTC());
  }
}
