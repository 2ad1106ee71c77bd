package dev.hotdesk.understanding.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hotdesk.api.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFileTest {

  @Test
  void a_markdown_document_is_cut_at_its_headings() throws RefusedDocumentException {
    var pieces =
        pieces(
            "returns.md",
            """
            \uFEFF---
            language: en
            ---
            # Returns policy
            See **below**.
            ## Postage
            You pay.
            ### Faulty goods
            We pay, see [form](x.html).
            ## Deadline
            14 days.
            """
                .replace("\n", "\r\n"));

    assertThat(pieces)
        .extracting(Piece::language, Piece::source, Piece::place, Piece::text)
        .containsExactly(
            tuple(Language.EN, "Returns policy", "", "See below."),
            tuple(Language.EN, "Returns policy", "Postage", "You pay."),
            tuple(Language.EN, "Returns policy", "Postage › Faulty goods", "We pay, see form."),
            tuple(Language.EN, "Returns policy", "Deadline", "14 days."));
  }

  @Test
  void a_heading_in_a_code_block_is_none() throws RefusedDocumentException {
    assertThat(pieces("help.md", "# Help\n```\n# not a heading\n```\n"))
        .extracting(Piece::text)
        .containsExactly("# not a heading");
  }

  @Test
  void a_long_section_is_cut_between_sentences() throws RefusedDocumentException {
    var pieces = pieces("terms.md", "# Terms\n" + "This is one sentence of many. ".repeat(100));

    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(piece.text()).hasSizeLessThan(640).endsWith("many."));
  }

  @Test
  void a_table_of_questions_is_a_list_of_answers() throws RefusedDocumentException {
    var pieces =
        pieces(
            "faq.csv",
            """
            Language,Question,Answer
            en,"Cash, or card?","Say ""card"".
            Always."

            ,能刷卡吗?,可以。
            """);

    assertThat(pieces)
        .extracting(Piece::language, Piece::source, Piece::place, Piece::text)
        .containsExactly(
            tuple(Language.EN, "faq", "Cash, or card?", "Say \"card\".\nAlways."),
            tuple(Language.ZH, "faq", "能刷卡吗?", "可以。"));
    assertThat(pieces.getFirst().faces()).contains("Cash, or card?");
  }

  @Test
  void a_row_of_another_table_is_told_with_its_header() throws RefusedDocumentException {
    assertThat(pieces("门店.csv", "门店,地址,电话\n西湖店,湖滨路88号,\n"))
        .extracting(Piece::language, Piece::source, Piece::place, Piece::text)
        .containsExactly(tuple(Language.ZH, "门店", "西湖店", "门店: 西湖店\n地址: 湖滨路88号"));
  }

  @Test
  void questions_and_answers_are_read_in_both_languages() throws RefusedDocumentException {
    assertThat(
            pieces(
                "faq.txt",
                "Our questions\n\nQ: Open on\nSundays?\nA: Yes.\nUntil six.\n\n问:周日营业吗?\n答:营业。"))
        .extracting(Piece::language, Piece::place, Piece::text)
        .containsExactly(
            tuple(Language.EN, "Open on Sundays?", "Yes.\nUntil six."),
            tuple(Language.ZH, "周日营业吗?", "营业。"));
  }

  @Test
  void the_name_of_a_file_may_tell_its_language() throws RefusedDocumentException {
    assertThat(pieces("wifi.zh.md", "# WiFi\n\nhotdesk-guest"))
        .extracting(Piece::language, Piece::source)
        .containsExactly(tuple(Language.ZH, "WiFi"));
    assertThat(pieces("store_rules.en.txt", "Q: 狗?\nA: OK on a lead"))
        .extracting(Piece::source)
        .containsExactly("store rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.md | # Only a heading | has no text under its headings; wanted some",
        "a.md | ---\\n"
            + "language: fr\\n"
            + "---\\n"
            + "Bonjour | has the language fr in its front matter; wanted zh or en",
        "a.csv | question,answer | has no row under its header",
        "a.csv | question,answer\\nWhy? | has 1 fields in row 2; wanted 2 as in its header",
        "a.csv | question,answer\\nWhy?, | has no answer in row 2; wanted both",
        "a.csv | question,answer\\n\"Why?,Because | ends within quotes that began in row 2",
        "a.csv | language,question,answer\\nfr,Quoi?,Rien | has the language fr in row 2",
        "a.txt | Hello | has no question; wanted lines that begin with Q: and A:",
        "a.txt | Q: Why?\\nQ: How?\\nA: So. | has a question without an answer on line 1",
        "a.txt | A: So. | has an answer without a question on line 1"
      })
  void a_document_that_cannot_be_used_is_refused_with_the_reason(
      String name, String text, String reason) {
    assertThatThrownBy(() -> pieces(name, text.replace("\\n", "\n")))
        .isInstanceOf(RefusedDocumentException.class)
        .hasMessageContaining("The document " + name + " " + reason);
  }

  @Test
  void what_is_no_text_or_too_much_is_refused() {
    assertThatThrownBy(() -> DocumentFile.pieces("a.md", new byte[] {'o', 'k', (byte) 0xc3, '('}))
        .hasMessageContaining("a.md is not in UTF-8 from its byte 2 on; wanted UTF-8");
    assertThatThrownBy(() -> DocumentFile.pieces("a.md", new byte[] {'a', 0, 'b'}))
        .hasMessageContaining("has a zero byte");
    assertThatThrownBy(() -> DocumentFile.pieces("a.md", new byte[DocumentFile.LARGEST + 1]))
        .hasMessageContaining("has 1048577 bytes; wanted at most 1048576");
    assertThatThrownBy(() -> pieces("a.csv", "a\n" + "b\n".repeat(2_001)))
        .hasMessageContaining("has 2001 passages; wanted at most 2000");
  }

  private static List<Piece> pieces(String name, String text) throws RefusedDocumentException {
    return DocumentFile.pieces(name, text.getBytes(UTF_8));
  }
}
