package dev.hotdesk.wishes;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts wishes on a list, takes them off, and reads it out; how it is kept is a version's matter.
 */
abstract class Wishes implements Agent {

  private static final int MOST = 100;
  private static final int LONGEST = 60;

  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)\\b(?:add|put)\\s+(.+?)\\s+(?:to|on|onto)\\s+(?:my|the)\\s+(?:wish\\s?)?list"
              + "|(?:把|将)\\s*(.+?)\\s*(?:加到|加进|加入|放到|放进|记到)\\s*(?:我的)?(?:心愿单|清单)");
  private static final Pattern REMOVED =
      Pattern.compile(
          "(?i)\\b(?:remove|take|delete)\\s+(.+?)\\s+(?:from|off)\\s+(?:my|the)\\s+(?:wish\\s?)?list"
              + "|(?:把|将)\\s*(.+?)\\s*从\\s*(?:我的)?(?:心愿单|清单)里?\\s*(?:删掉|删除|去掉|移除|拿掉)");

  /** The wishes in a document of this version, as customers name them. */
  abstract List<String> read(String document);

  /** The document of this version for these wishes. */
  abstract String written(List<String> wishes);

  /** How this version reads out a wish. */
  abstract String told(String wish);

  @Override
  public final Reply respond(Turn turn, AgentContext context) {
    var wishes = new ArrayList<>(context.memory().map(this::read).orElse(List.of()));
    var added = named(ADDED, turn.text());
    var removed = named(REMOVED, turn.text());
    if (added.isPresent()) {
      return add(added.get(), wishes, context);
    }
    if (removed.isPresent()) {
      return remove(removed.get(), wishes, context);
    }
    return switch (turn.intent().name()) {
      case "wishes.add" -> Reply.say(context.text("how_to_add"));
      case "wishes.remove" -> Reply.say(context.text("how_to_remove"));
      default -> Reply.say(list(wishes, context));
    };
  }

  private Reply add(String wish, List<String> wishes, AgentContext context) {
    if (wishes.size() >= MOST) {
      return Reply.say(context.text("full", MOST));
    }
    wishes.add(wish);
    return Reply.say(context.text("added", told(wish))).remembering(written(wishes));
  }

  private Reply remove(String wish, List<String> wishes, AgentContext context) {
    var there = wishes.stream().filter(it -> it.equalsIgnoreCase(wish)).findFirst();
    if (there.isEmpty()) {
      return Reply.say(context.text("not_there", wish));
    }
    wishes.remove(there.get());
    return Reply.say(context.text("removed", told(there.get())))
        .remembering(wishes.isEmpty() ? "" : written(wishes));
  }

  private String list(List<String> wishes, AgentContext context) {
    return wishes.isEmpty()
        ? context.text("empty")
        : context.text("list", String.join("; ", wishes.stream().map(this::told).toList()));
  }

  private static Optional<String> named(Pattern form, String text) {
    var match = form.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    var words = match.group(1) == null ? match.group(2) : match.group(1);
    var plain = words.replaceAll("[\\p{Cntrl};\\s]+", " ").strip();
    var wish = plain.substring(0, Math.min(LONGEST, plain.length()));
    return wish.isBlank() ? Optional.empty() : Optional.of(wish);
  }
}
