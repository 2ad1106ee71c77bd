package dev.hotdesk.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectSettingsTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "endpoint", "https://minio.example:9000/",
          "bucket", "shop-files",
          "key", "hotdesk",
          "secret", "not to be told");

  @Test
  void files_stay_in_the_data_folder_unless_a_store_is_named() {
    assertThat(with(Map.of("bucket", "files")).bucket()).isEmpty();
  }

  @Test
  void reads_where_the_store_is_and_does_not_tell_the_secret() {
    var settings = with(GOOD);
    var bucket = settings.bucket().orElseThrow();

    assertThat(bucket.endpoint()).hasToString("https://minio.example:9000");
    assertThat(bucket.isPathStyle()).isTrue();
    assertThat(bucket.secret()).isEqualTo("not to be told");
    assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.toString()).doesNotContain("not to be told");
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint, minio.example",
    "endpoint, ftp://minio.example",
    "endpoint, https://minio.example/files",
    "endpoint, https://key:secret@minio.example",
    "bucket, Shop_Files",
    "bucket, ''",
    "key, ''",
    "secret, ''",
    "style, virtual",
    "patience, never",
  })
  void what_cannot_be_used_stops_the_start_and_is_named(String key, String value) {
    var odd = new HashMap<>(GOOD);
    odd.put(key, value);

    assertThatThrownBy(() -> with(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("hotdesk.attachments.s3." + key + ": ")
        .hasMessageNotContaining("not to be told")
        .hasMessageNotContaining("key:secret");
  }

  private static ObjectSettings with(Map<String, String> set) {
    return ObjectSettings.of(
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (_, _, arguments) ->
                    Optional.ofNullable(
                        set.get(
                            String.valueOf(arguments[0])
                                .substring("hotdesk.attachments.s3.".length())))));
  }
}
