package dev.hotdesk.understanding.slot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days, as the calendar day they are: tomorrow, 周五, 11月24日, Nov 24, 双十二. */
final class Dates implements Finder {

  private static final List<DayForm> FORMS =
      Stream.of(Holidays.FORMS, ChineseDays.FORMS, EnglishDays.FORMS)
          .flatMap(List::stream)
          .toList();

  /** What tells that a message is about what has been, so that its days are past ones. */
  private static final Pattern PAST =
      Pattern.compile(
          "买的|下的单|下单的|拍的|付的|订的|寄的|收到了|签收了|就发了"
              + "|\\b(?:ordered|bought|purchased|paid|placed|arrived|came|returned|since)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Clock clock;

  Dates(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Span> find(Message message) {
    var today = new Today(LocalDate.now(clock), PAST.matcher(message.text()).find());
    return FORMS.stream().flatMap(form -> spans(form, message, today)).toList();
  }

  private static Stream<Span> spans(DayForm form, Message message, Today today) {
    return form.pattern()
        .matcher(message.text())
        .results()
        .flatMap(
            m ->
                form
                    .day(m, today)
                    .map(day -> new Span(m.start(), m.end(), "date", day.toString()))
                    .stream());
  }
}
