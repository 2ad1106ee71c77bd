package dev.hotdesk.server.workspace;

import dev.hotdesk.server.stream.Relay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Which operators have which conversation open, at whatever server. Nothing of it is stored; what
 * another server does not repeat is forgotten.
 */
final class Viewers {

  /** The word for one who looks, between servers. */
  static final String LOOKS = "looks";

  /** The word for one who looks no more. */
  static final String TURNS_AWAY = "turns_away";

  /** How long somebody at another server is believed to look, unless that is said again. */
  static final Duration BELIEVED = Duration.ofSeconds(25);

  private final LongSupplier nanos;
  private final Map<String, Map<Consumer<String>, String>> here = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Long>> elsewhere = new ConcurrentHashMap<>();
  private volatile Relay relay = Relay.NOBODY;

  Viewers(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void relay(Relay to) {
    relay = to;
  }

  /** A browser has opened a conversation; it is told who else has. */
  void opened(String conversation, Consumer<String> browser, String login) {
    here.computeIfAbsent(conversation, _ -> new ConcurrentHashMap<>()).put(browser, login);
    relay.pass(LOOKS, conversation, login);
    tell(conversation);
  }

  /** A browser has turned to something else. */
  void left(String conversation, Consumer<String> browser) {
    var login = remove(conversation, browser);
    if (!login.isEmpty()) {
      if (!isHere(conversation, login)) {
        relay.pass(TURNS_AWAY, conversation, login);
      }
      tell(conversation);
    }
  }

  /** A browser is gone. */
  void gone(Consumer<String> browser) {
    List.copyOf(here.keySet()).forEach(conversation -> left(conversation, browser));
  }

  private String remove(String conversation, Consumer<String> browser) {
    var removed = new String[] {""};
    here.computeIfPresent(
        conversation,
        (_, browsers) -> {
          var login = browsers.remove(browser);
          removed[0] = login == null ? "" : login;
          return browsers.isEmpty() ? null : browsers;
        });
    return removed[0];
  }

  private boolean isHere(String conversation, String login) {
    return here.getOrDefault(conversation, Map.of()).containsValue(login);
  }

  /** Somebody at another server looks, or looks no more. */
  void heard(String what, String conversation, String login) {
    elsewhere.compute(
        conversation,
        (_, before) -> {
          var others = before == null ? new ConcurrentHashMap<String, Long>() : before;
          if (what.equals(LOOKS)) {
            others.put(login, nanos.getAsLong() + BELIEVED.toNanos());
          } else {
            others.remove(login);
          }
          return others.isEmpty() ? null : others;
        });
    tell(conversation);
  }

  /** Says again who looks, here and to the other servers. Called each ten seconds. */
  void repeat() {
    var now = nanos.getAsLong();
    for (var conversation : List.copyOf(elsewhere.keySet())) {
      elsewhere.computeIfPresent(
          conversation,
          (_, others) -> {
            others.values().removeIf(until -> until - now < 0);
            return others.isEmpty() ? null : others;
          });
    }
    here.forEach(
        (conversation, browsers) -> {
          new TreeSet<>(browsers.values()).forEach(login -> relay.pass(LOOKS, conversation, login));
          tell(conversation);
        });
  }

  private void tell(String conversation) {
    var browsers = here.getOrDefault(conversation, Map.of());
    if (browsers.isEmpty()) {
      return;
    }
    var logins = new TreeSet<>(browsers.values());
    logins.addAll(elsewhere.getOrDefault(conversation, Map.of()).keySet());
    var frame = DeskFrames.viewers(conversation, List.copyOf(logins));
    browsers.keySet().forEach(browser -> browser.accept(frame));
  }
}
