package dev.hotdesk.understanding.slot;

import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.OpenWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the particulars in what a customer writes. Safe to call from any number of threads; the
 * words of the latest catalogue are kept at hand.
 */
public final class SlotReader {

  /** What goes along with a value without adding a wish of its own. */
  private static final Pattern FILLER =
      Pattern.compile(
          "是|的|我|订单号?|单号|号码?|尾号|后四位|手机|电话|颜色|色|尺码|码|款|要|这个|那|就|呢|啊|哦|嗯|吧|好|[\\s\\p{P}\\p{S}]+"
              + "|\\b(?:the|a|an|its?|it's|i|is|order|orders|number|no|size|sized|colou?r|one|please|pls"
              + "|in|my|last|four|digits|phone|ending|and|yes|ok|what|how|about|for|this|that|s|\\d+)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Nothing is looked for behind this: it bounds the time. */
  private static final int LONGEST = 2_000;

  private record Shelf(Catalogue catalogue, Lexicon lexicon) {}

  private final List<Finder> byForm;
  private volatile Shelf shelf = new Shelf(Catalogue.EMPTY, new Lexicon(Catalogue.EMPTY));

  /** A reader that counts days by this clock. */
  public SlotReader(Clock clock) {
    this.byForm =
        List.of(
            new Phones(),
            new OrderNumbers(),
            new Dates(clock),
            new Amounts(),
            new PhoneEndings(),
            new Sizes(),
            new Quantities());
  }

  /**
   * The particulars of a message.
   *
   * @param asked the slot that the customer was just asked for, or empty
   */
  public Particulars read(String text, String asked, Catalogue catalogue) {
    var message = Message.of(text.substring(0, Math.min(LONGEST, text.length())), asked);
    var spans = new ArrayList<Span>();
    for (var finder : byForm) {
      keep(spans, finder.find(message));
    }
    keep(spans, lexicon(catalogue).find(message));
    var slots = new LinkedHashMap<String, String>();
    spans.forEach(span -> slots.putIfAbsent(span.slot(), span.value()));
    var open = OpenWords.answer(text, asked);
    open.ifPresent(words -> slots.put(asked, words));
    return new Particulars(
        slots,
        open.filter(OpenWords::isPlainAnswer).isPresent()
            || (!spans.isEmpty() && text.length() <= LONGEST && isBare(message, spans)));
  }

  private Lexicon lexicon(Catalogue catalogue) {
    var current = shelf;
    if (current.catalogue() != catalogue) {
      current = new Shelf(catalogue, new Lexicon(catalogue));
      shelf = current;
    }
    return current.lexicon();
  }

  /** Keeps those that lie free, the longest first. */
  private static void keep(List<Span> kept, List<Span> found) {
    found.stream()
        .sorted(Comparator.comparingInt(Span::length).reversed())
        .filter(span -> kept.stream().noneMatch(span::overlaps))
        .forEach(kept::add);
  }

  private static boolean isBare(Message message, List<Span> spans) {
    var rest = new StringBuilder(message.text());
    for (var span : spans) {
      for (var i = span.start(); i < span.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return FILLER.matcher(rest).replaceAll("").isEmpty();
  }
}
