package dev.hotdesk.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.MalformedFrameException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetellingTest {

  private final Retelling retelling = new Retelling(text -> text.replace("s3cret", "*****"));

  @Test
  void secrets_are_blotted_out_of_messages_causes_and_what_was_suppressed() {
    var thrown =
        new IllegalStateException(
            "asked with s3cret", new IOException("no s3cret", new IllegalArgumentException()));
    thrown.addSuppressed(new IllegalStateException("closing s3cret"));

    var told = retelling.of(thrown);

    assertThat(trace(told)).isEqualTo(trace(thrown).replace("s3cret", "*****"));
    assertThat(told).hasMessage("asked with *****");
    assertThat(retelling.shortly(thrown)).isEqualTo("IllegalStateException: asked with *****");
    assertThat(retelling.line(thrown))
        .isEqualTo("java.lang.IllegalStateException: asked with *****");
  }

  @Test
  void no_object_of_the_plugin_is_kept() {
    var thrown = new OfThePlugin(new OfThePlugin(null));

    var told = retelling.of(thrown);

    assertThat(told).isNotInstanceOf(OfThePlugin.class).hasToString(thrown.toString());
    assertThat(told.getCause()).isNotInstanceOf(OfThePlugin.class).isNotNull();
    assertThat(RetoldException.isOrWas(IOException.class, told)).isTrue();
    assertThat(RetoldException.isOrWas(RuntimeException.class, told)).isFalse();
  }

  @Test
  void what_the_runtime_acts_on_keeps_its_type() {
    assertThat(retelling.of(new ErpUnavailableException("s3cret down", new IOException())))
        .isInstanceOf(ErpUnavailableException.class)
        .hasMessage("***** down")
        .hasCauseInstanceOf(RetoldException.class);
    assertThat(retelling.of(new MalformedFrameException("odd s3cret")))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessage("odd *****");
  }

  @Test
  void one_that_throws_when_asked_is_retold_by_its_class() {
    var thrown =
        new IllegalStateException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("s3cret");
          }

          @Override
          public synchronized Throwable getCause() {
            throw new StackOverflowError("s3cret");
          }

          @Override
          public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("s3cret");
          }
        };

    assertThat(retelling.of(thrown)).hasToString(thrown.getClass().getName()).hasNoCause();
  }

  @Test
  void one_that_is_its_own_cause_or_has_causes_without_end_has_an_end() {
    var one = new IllegalStateException("one");
    var other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(chain(retelling.of(one))).containsExactly("one", "other");
    assertThat(chain(retelling.of(new Endless()))).hasSize(32);
    assertThat(retelling.of(new IllegalStateException("x".repeat(20_000))).getMessage())
        .hasSize(8_001);
  }

  private static List<String> chain(Throwable thrown) {
    var messages = new ArrayList<String>();
    for (var each = thrown; each != null; each = each.getCause()) {
      messages.add(String.valueOf(each.getMessage()));
    }
    return messages;
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static final class OfThePlugin extends IOException {

    private static final long serialVersionUID = 1L;

    OfThePlugin(@org.jspecify.annotations.Nullable Throwable cause) {
      super("mine", cause);
    }
  }

  private static final class Endless extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new Endless();
    }
  }
}
