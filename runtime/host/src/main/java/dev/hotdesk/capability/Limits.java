package dev.hotdesk.capability;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks what plugins hand in before it goes anywhere. */
final class Limits {

  static final int VALUE = 64 << 10;
  static final int BODY = 1 << 20;

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");

  private Limits() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** A name made of the few characters that suit everywhere. */
  static void checkName(String what, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "%s is %s; wanted 1 to 64 lower-case letters, digits and underscores: rename it"
              .formatted(what, quoted(name)));
    }
  }

  /** A key. */
  static void checkKey(String what, String key, int least) {
    int length = key.codePointCount(0, key.length());
    if (length < least || length > 200) {
      throw new IllegalArgumentException(
          "%s %s has %d characters; wanted %d to 200: shorten it, or keep it in the value"
              .formatted(what, quoted(key), length, least));
    }
    checkText(what, key, Integer.MAX_VALUE);
  }

  /** A text that every database can keep. */
  static void checkText(String what, String text, int most) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          what + " has the character U+0000; wanted text: encode what is not text, as Base64 does");
    }
    int bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          what + " has half a character (a lone surrogate); wanted text: cut between characters",
          e);
    }
    if (bytes > most) {
      throw new IllegalArgumentException(
          "%s has %,d bytes in UTF-8; wanted at most %,d: split it".formatted(what, bytes, most));
    }
  }

  /** At most the beginning of it. */
  static String quoted(String text) {
    return '"' + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + '"';
  }
}
