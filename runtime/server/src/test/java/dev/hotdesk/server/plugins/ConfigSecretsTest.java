package dev.hotdesk.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSecretsTest {

  private static final String KEY = "hotdesk.plugin.agent-hours.secret.api-key";

  @TempDir Path folder;
  private final Map<String, String> config = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final ConfigSecrets secrets =
      new ConfigSecrets(key -> Optional.ofNullable(config.get(key)), environment::get);

  private Optional<String> found() {
    return secrets.find("agent-hours", "api-key");
  }

  @Test
  void a_secret_is_what_is_set_for_the_plugin_itself() {
    config.put("hotdesk.plugin.agent-other.secret.api-key", "theirs");
    assertThat(found()).isEmpty();
    config.put(KEY, "  ");
    assertThat(found()).isEmpty();
    config.put(KEY, "p4${ss}");
    assertThat(found()).contains("p4${ss}");
  }

  @Test
  void a_secret_may_be_in_a_variable() {
    config.put(KEY, "env:SHOP_KEY");
    assertThatThrownBy(this::found)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(KEY + " names the environment variable SHOP_KEY, which is not set");
    environment.put("SHOP_KEY", "s3cret");
    assertThat(found()).contains("s3cret");
  }

  @Test
  void a_secret_may_be_in_a_file_that_is_renewed() throws IOException {
    var file = folder.resolve("key");
    config.put(KEY, "file:" + file);
    assertThatThrownBy(this::found)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("names a file that cannot be read (NoSuchFileException)");
    Files.writeString(file, "\n");
    assertThatThrownBy(this::found).hasMessageContaining("which is empty");
    Files.writeString(file, "first\n");
    assertThat(found()).contains("first");
    Files.writeString(file, "second\n");
    assertThat(found()).contains("second");
    Files.writeString(file, "x".repeat(70_000));
    assertThatThrownBy(this::found).hasMessageContaining("more than 65,536 bytes");
  }

  @Test
  void what_is_set_by_mistake_is_not_told() {
    config.put(KEY, "file:s3cret\0");
    assertThatThrownBy(this::found)
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .message()
        .doesNotContain("s3cret");
  }
}
