package dev.hotdesk.server.admin;

import dev.hotdesk.assignment.Fact;
import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.Lane;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.admin.GroupsResource.GroupDraft;
import dev.hotdesk.server.admin.RoutingRulesResource.RuleDraft;
import dev.hotdesk.server.admin.SkillsResource.ProfileDraft;
import dev.hotdesk.server.assignment.Profile;
import dev.hotdesk.server.http.ProblemException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what admins type of groups, skills and rules; what cannot be meant is refused. */
final class RoutingWords {

  private static final int MOST_RULES = 200;
  private static final int MOST_WORDS = 50;
  private static final int MOST_CAPACITY = 200;
  private static final int MOST_SECONDS = 86_400;

  private RoutingWords() {}

  static Group group(String name, @Nullable GroupDraft draft) {
    if (!Account.isLogin(name)) {
      throw refused(
          "A group's name has up to 40 of: lower-case letters, digits, dot, dash, underscore.");
    }
    var usual = Group.usual(name);
    if (draft == null) {
      return usual;
    }
    return new Group(
        name,
        Optional.ofNullable(draft.mode())
            .map(
                word ->
                    Group.Mode.of(word)
                        .orElseThrow(() -> refused("mode: wanted pick, next or auto, not " + word)))
            .orElse(usual.mode()),
        Optional.ofNullable(draft.strategy())
            .map(
                word ->
                    Group.Strategy.of(word)
                        .orElseThrow(
                            () ->
                                refused("strategy: wanted round_robin or least_busy, not " + word)))
            .orElse(usual.strategy()),
        seconds("bound_s", draft.bound_s(), usual.bound(), 1),
        seconds("overflow_s", draft.overflow_s(), usual.overflow(), 0),
        draft.sticky() == null ? usual.isSticky() : draft.sticky());
  }

  static Set<String> members(@Nullable GroupDraft draft) {
    var members = new LinkedHashSet<String>();
    for (var login : listed(draft == null ? null : draft.members())) {
      if (login == null || !Account.isLogin(login)) {
        throw refused("members: wanted logins, not " + login);
      }
      members.add(login);
    }
    return members;
  }

  static Profile profile(String login, @Nullable ProfileDraft draft) {
    var capacity = draft == null || draft.capacity() == null ? 0 : draft.capacity();
    if (capacity < 0 || capacity > MOST_CAPACITY) {
      throw refused(
          "capacity: wanted 1 to %d customers at a time, or 0 for as many as usual, not %d"
              .formatted(MOST_CAPACITY, capacity));
    }
    return new Profile(
        login,
        capacity,
        words("skills", draft == null ? null : draft.skills(), 40),
        words("stores", draft == null ? null : draft.stores(), 64));
  }

  static List<RoutingRule> rules(@Nullable List<RuleDraft> drafts) {
    var listed = drafts == null ? List.<RuleDraft>of() : drafts;
    if (listed.size() > MOST_RULES) {
      throw refused("rules: wanted at most " + MOST_RULES);
    }
    return listed.stream().map(RoutingWords::rule).toList();
  }

  private static RoutingRule rule(@Nullable RuleDraft draft) {
    var name = draft == null || draft.name() == null ? "" : draft.name().strip();
    if (draft == null || name.isEmpty() || name.length() > 80) {
      throw refused("name: a rule's name has 1 to 80 characters.");
    }
    var group = draft.group() == null ? Group.ALL : draft.group();
    if (!Account.isLogin(group)) {
      throw refused("group: rule “%s” wants the name of a group, not %s".formatted(name, group));
    }
    var when = new EnumMap<Fact, Set<String>>(Fact.class);
    (draft.when() == null ? Map.<String, List<String>>of() : draft.when())
        .forEach((word, values) -> when.put(fact(word), words(word, values, 128)));
    var lane = draft.lane() == null ? "" : draft.lane();
    if (!lane.isEmpty() && Lane.of(lane).isEmpty()) {
      throw refused("lane: wanted low, normal, high or vip, or nothing, not " + lane);
    }
    return new RoutingRule(name, when, group, words("skills", draft.skills(), 40), Lane.of(lane));
  }

  static Map<Fact, String> facts(@Nullable Map<String, String> typed) {
    var facts = new EnumMap<Fact, String>(Fact.class);
    (typed == null ? Map.<String, String>of() : typed)
        .forEach((word, value) -> facts.put(fact(word), value == null ? "" : value));
    return facts;
  }

  private static Fact fact(String word) {
    return Fact.of(word)
        .orElseThrow(
            () ->
                refused(
                    "when: wanted channel, store, language, tier, reason or intent, not " + word));
  }

  private static Set<String> words(String what, @Nullable List<String> typed, int longest) {
    var words = new HashSet<String>();
    for (var word : listed(typed)) {
      var clean = word == null ? "" : word.strip();
      if (clean.isEmpty() || clean.length() > longest || clean.contains(",")) {
        throw refused(
            "%s: wanted words of 1 to %d characters without a comma, not %s"
                .formatted(what, longest, word));
      }
      words.add(clean);
    }
    if (words.size() > MOST_WORDS || String.join(",", words).length() > 1000) {
      throw refused(
          "%s: wanted at most %d, and 1000 characters together".formatted(what, MOST_WORDS));
    }
    return words;
  }

  private static List<String> listed(@Nullable List<String> typed) {
    return typed == null ? List.of() : typed;
  }

  private static Duration seconds(String what, @Nullable Integer typed, Duration usual, int least) {
    if (typed == null) {
      return usual;
    }
    if (typed < least || typed > MOST_SECONDS) {
      throw refused(
          "%s: wanted %d to %d seconds, not %d".formatted(what, least, MOST_SECONDS, typed));
    }
    return Duration.ofSeconds(typed);
  }

  private static ProblemException refused(String why) {
    return new ProblemException(400, why);
  }
}
