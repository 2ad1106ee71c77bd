package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Place;
import java.util.HashMap;
import java.util.Map;

/** What everybody was told of their place. Used by one thread at a time. */
final class Announcements {

  private Map<String, Place> told = Map.of();

  /** The places that are worth telling now, by conversation; they count as told then. */
  Map<String, Place> news(Map<String, Place> places) {
    var news = new HashMap<String, Place>();
    var known = new HashMap<String, Place>();
    places.forEach(
        (conversation, place) -> {
          var before = told.get(conversation);
          if (before == null || isNews(before, place)) {
            news.put(conversation, place);
            known.put(conversation, place);
          } else {
            known.put(conversation, before);
          }
        });
    told = known;
    return news;
  }

  private static boolean isNews(Place before, Place now) {
    return now.isNewsAfter(before.position())
        || !now.group().equals(before.group())
        || now.lane() != before.lane()
        || now.expected().isPresent() != before.expected().isPresent();
  }
}
