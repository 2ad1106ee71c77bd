package dev.hotdesk.weave;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Regular expressions that can be stopped while they search. Public because woven code lies in
 * other packages.
 */
public final class TextDetours {

  private TextDetours() {}

  private static CharSequence watched(CharSequence text, Class<?> caller) {
    return text == null ? text : new WatchedText(text, Guard.order(caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Matcher matcher(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.matcher(watched(text, caller));
  }

  @InsteadOf(value = Matcher.class, wantsCaller = true)
  public static Matcher reset(Matcher matcher, CharSequence text, Class<?> caller) {
    return matcher.reset(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, isStatic = true, wantsCaller = true)
  public static boolean matches(String regex, CharSequence text, Class<?> caller) {
    return Pattern.matches(regex, watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static String[] split(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.split(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static String[] split(Pattern pattern, CharSequence text, int limit, Class<?> caller) {
    return pattern.split(watched(text, caller), limit);
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Stream<String> splitAsStream(Pattern pattern, CharSequence text, Class<?> caller) {
    return pattern.splitAsStream(watched(text, caller));
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Predicate<String> asPredicate(Pattern pattern, Class<?> caller) {
    return text -> pattern.matcher(watched(text, caller)).find();
  }

  @InsteadOf(value = Pattern.class, wantsCaller = true)
  public static Predicate<String> asMatchPredicate(Pattern pattern, Class<?> caller) {
    return text -> pattern.matcher(watched(text, caller)).matches();
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static boolean matches(String text, String regex, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).matches();
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String replaceAll(String text, String regex, String by, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).replaceAll(by);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String replaceFirst(String text, String regex, String by, Class<?> caller) {
    return Pattern.compile(regex).matcher(watched(text, caller)).replaceFirst(by);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String[] split(String text, String regex, Class<?> caller) {
    return split(text, regex, 0, caller);
  }

  @InsteadOf(value = String.class, wantsCaller = true)
  public static String[] split(String text, String regex, int limit, Class<?> caller) {
    return regex.length() <= 2 // Too short to wander, and the JDK has a faster way.
        ? text.split(regex, limit)
        : Pattern.compile(regex).split(watched(text, caller), limit);
  }
}
