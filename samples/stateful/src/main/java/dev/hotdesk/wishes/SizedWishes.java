package dev.hotdesk.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Version 2: remembers name and size apart, and can still write what version 1 reads. */
@Extension
public final class SizedWishes extends Wishes {

  private static final Pattern SIZED = Pattern.compile("(.+), size (\\S+)");
  private static final int STRINGS_OF_A_WISH = 4; // "name", its value, "size", its value

  @Override
  public int memoryVersion() {
    return 2;
  }

  @Override
  public int oldestMemory() {
    return 1;
  }

  @Override
  public String upgradeMemory(String document, int from) {
    return written(Strings.in(document));
  }

  @Override
  public String downgradeMemory(String document, int to) {
    return read(document).stream().map(Strings::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  List<String> read(String document) {
    var strings = Strings.in(document);
    var wishes = new ArrayList<String>();
    for (int at = 0; at < strings.size(); at += STRINGS_OF_A_WISH) {
      var size = strings.get(at + 3);
      wishes.add(strings.get(at + 1) + (size.isEmpty() ? "" : ", size " + size));
    }
    return wishes;
  }

  @Override
  String written(List<String> wishes) {
    return wishes.stream().map(SizedWishes::object).collect(Collectors.joining(",", "[", "]"));
  }

  private static String object(String wish) {
    var sized = SIZED.matcher(wish);
    return sized.matches() ? object(sized.group(1), sized.group(2)) : object(wish, "");
  }

  private static String object(String name, String size) {
    return "{\"name\":%s,\"size\":%s}".formatted(Strings.quoted(name), Strings.quoted(size));
  }

  @Override
  String told(String wish) {
    return SIZED.matcher(wish).replaceFirst("$1 (size $2)");
  }
}
