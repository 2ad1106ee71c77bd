package dev.hotdesk.wishes;

import java.util.List;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Version 1: remembers each wish as it was named. */
@Extension
public final class PlainWishes extends Wishes {

  @Override
  List<String> read(String document) {
    return Strings.in(document);
  }

  @Override
  String written(List<String> wishes) {
    return wishes.stream().map(Strings::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  String told(String wish) {
    return wish;
  }
}
