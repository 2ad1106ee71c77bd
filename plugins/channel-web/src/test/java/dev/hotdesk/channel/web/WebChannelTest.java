package dev.hotdesk.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.api.Aside;
import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.Inbound;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.api.Outbound;
import dev.hotdesk.api.Stamp;
import dev.hotdesk.testkit.ChannelContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebChannelTest extends ChannelContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Override
  protected ChannelAdapter adapter() {
    return new WebChannel();
  }

  @Override
  protected String saying(String clientId, String text) {
    return new JsonObject("say").with("id", clientId).with("text", text).toString();
  }

  @Test
  void reads_the_other_frames() {
    assertThat(adapter().read("{\"type\":\"page\",\"sku\":\"SW-1001-BL-M\"}"))
        .isEqualTo(new Inbound.Viewed("SW-1001-BL-M"));
    assertThat(adapter().read("{\"type\":\"page\",\"sku\":\"\"}"))
        .isEqualTo(new Inbound.Viewed(""));
    assertThat(adapter().read("{\"type\":\"identify\",\"jwt\":\"a.b.c\"}"))
        .isEqualTo(new Inbound.Identified("a.b.c"));
    assertThat(adapter().read("{\"type\":\"typing\",\"on\":true}"))
        .isEqualTo(new Inbound.Typing(true));
    assertThat(adapter().read("{\"type\":\"received\",\"seq\":18}"))
        .isEqualTo(new Inbound.Received(18));
    assertThat(adapter().read("{\"type\":\"read\",\"seq\":18}")).isEqualTo(new Inbound.Read(18));
  }

  @Test
  void reads_messages_with_files_and_without_words() {
    assertThat(adapter().read("{\"type\":\"say\",\"id\":\"c-1\",\"attachments\":[\"a\", \"b\"]}"))
        .isEqualTo(new Inbound.Said("c-1", "", List.of("a", "b"), Instant.EPOCH));
  }

  @Test
  void reads_what_a_customer_leaves_and_how_it_was() {
    assertThat(
            adapter()
                .read(
                    "{\"type\":\"leave\",\"id\":\"l-1\",\"text\":\"call me\",\"contact\":\"138\"}"))
        .isEqualTo(new Inbound.Left("l-1", "call me", "138"));
    assertThat(adapter().read("{\"type\":\"leave\",\"id\":\"l-1\",\"text\":\"call me\"}"))
        .isEqualTo(new Inbound.Left("l-1", "call me", ""));
    assertThat(
            adapter().read("{\"type\":\"rate\",\"id\":\"r-1\",\"score\":5,\"comment\":\"quick\"}"))
        .isEqualTo(new Inbound.Rated("r-1", 5, "quick"));
    assertThat(adapter().read("{\"type\":\"rate\",\"id\":\"r-1\",\"score\":1}"))
        .isEqualTo(new Inbound.Rated("r-1", 1, ""));
  }

  @Test
  void reads_all_that_json_allows_and_ignores_unknown_fields() {
    var frame =
        " { \"type\" : \"\\u0073ay\", \"more\":[1,-2.5e3,null,{\"a\":[true,false,\"]\"]}],"
            + "\"id\":\"c-1\",\r\n\t\"text\":\"\\ud83e\\uddf6 \\\"\\/\\\\\\b\\f\\n\\r\\t\"}\n";

    assertThat(adapter().read(frame)).isEqualTo(new Inbound.Said("c-1", "🧶 \"/\\\b\f\n\r\t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"text":"x","id":"c"}                      | type: wanted a text
          {"type":7}                                 | type: wanted a text
          {"type":"dance"}                           | unknown type
          {"type":"say","id":"c"}                    | text: wanted a text
          {"type":"say","id":"c","text":""}          | text: wanted 1 to 4,000 characters, found 0
          {"type":"say","id":"c","text":"  "}        | text: wanted some words
          {"type":"say","id":"a b","text":"x"}       | id: wanted 1 to 64
          {"type":"say","id":"","text":"x"}          | id: wanted 1 to 64
          {"type":"say","text":"x"}                  | id: wanted a text
          {"type":"leave","id":"c","text":" "}       | text: wanted some words
          {"type":"leave","text":"x"}                | id: wanted a text
          {"type":"rate","id":"c","score":6}         | score: wanted 1 to 5
          {"type":"rate","id":"c","score":0}         | score: wanted 1 to 5
          {"type":"rate","id":"c","score":"5"}       | score: wanted a whole number
          {"type":"rate","id":"c"}                   | score: wanted a whole number
          {"type":"page"}                            | sku: wanted a text
          {"type":"identify","jwt":null}             | jwt: wanted a text
          {"type":"say","id":"c","attachments":[]}   | text: wanted a text
          {"type":"say","id":"c","attachments":[1]}  | text: wanted a text
          {"type":"say","id":"c","text":"x","attachments":"a"} | attachments: wanted at most 10 ids
          {"type":"read","seq":-1}                   | seq: wanted a whole number
          {"type":"read","seq":1.5}                  | seq: wanted a whole number
          {"type":"read","seq":99999999999999999999} | seq: wanted a whole number
          {"type":"typing","on":"yes"}               | on: wanted true or false
          {"type":"say",}                            | a text in quotes
          {"type":"say"} x                           | the end
          {"type":"say","id":"c","text":"\\x"}       | an escape that JSON knows
          {"type":"say","id":"c","text":"\\u00g0"}   | four hexadecimal digits
          {"type":tru}                               | a value
          {"a":01}                                   | not a JSON object
          ["type","say"]                             | not a JSON object
          """)
  void says_what_was_wanted(String frame, String message) {
    assertThatThrownBy(() -> adapter().read(frame))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refuses_words_without_end_and_nests_without_bottom() {
    assertThatThrownBy(() -> adapter().read(saying("c-1", "x".repeat(4_001))))
        .hasMessageContaining("found 4,001");
    assertThatThrownBy(() -> adapter().read("{\"a\":" + "[".repeat(9_000)))
        .hasMessageContaining("too deep");
  }

  @Test
  void writes_the_frames_of_the_protocol() {
    assertThat(sent(new Outbound.Message(18, NOON, Author.OPERATOR, "Amy", "在\n\"1\"", "o-1")))
        .containsExactly(
            "{\"type\":\"message\",\"seq\":18,\"at\":\"2026-11-23T12:00:00Z\",\"from\":\"operator\",\"name\":\"Amy\",\"text\":\"在\\n"
                + "\\\"1\\\"\",\"id\":\"o-1\"}");
    assertThat(sent(new Outbound.Status(21, NOON, "waiting", "", "handoff")))
        .containsExactly(
            "{\"type\":\"state\",\"seq\":21,\"at\":\"2026-11-23T12:00:00Z\",\"state\":\"waiting\","
                + "\"name\":\"\",\"reason\":\"handoff\"}");
    assertThat(sent(new Outbound.Typing(true)))
        .containsExactly("{\"type\":\"typing\",\"on\":true}");
  }

  @Test
  void writes_what_came_late_with_files_and_what_was_taken_back() {
    var picture = new Attachment("a-1", "蓝.png", "image/png", 2_048, 640, 480);
    var late = new Stamp(1_790_000_000_000_000L, NOON.minusSeconds(60), 12);
    assertThat(
            sent(
                new Outbound.Message(
                    18, NOON, Author.CUSTOMER, "", "", "c-1", List.of(picture), late, false)))
        .containsExactly(
            "{\"type\":\"message\",\"seq\":18,\"at\":\"2026-11-23T12:00:00Z\",\"from\":\"customer\","
                + "\"name\":\"\",\"text\":\"\",\"id\":\"c-1\",\"attachments\":[{\"id\":\"a-1\","
                + "\"name\":\"蓝.png\",\"type\":\"image/png\",\"size\":2048,\"width\":640,"
                + "\"height\":480}],\"stamp\":1790000000000000,\"sent\":\"2026-11-23T11:59:00Z\","
                + "\"late\":true,\"before\":12}");
    assertThat(
            sent(
                new Outbound.Message(
                    19, NOON, Author.OPERATOR, "Amy", "", "", List.of(), Stamp.NONE, true)))
        .first()
        .asString()
        .endsWith("\"recalled\":true}");
    assertThat(told(new Aside.Recalled(20, NOON, 19)))
        .containsExactly(
            "{\"type\":\"recalled\",\"seq\":20,\"at\":\"2026-11-23T12:00:00Z\",\"message\":19}");
    assertThat(told(new Aside.Receipts(20, 18)))
        .containsExactly("{\"type\":\"receipts\",\"delivered\":20,\"read\":18}");
  }

  @Test
  void writes_half_a_surrogate_pair_so_that_it_survives_utf_8() {
    assertThat(sent(new Outbound.Message(1, NOON, Author.CUSTOMER, "", "a\ud83eb\uddf6", "c-1")))
        .first()
        .asString()
        .contains("a\\ud83eb\\uddf6");
  }
}
