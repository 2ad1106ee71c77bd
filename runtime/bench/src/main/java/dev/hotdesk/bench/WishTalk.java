package dev.hotdesk.bench;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A customer who puts numbered things on a list, and knows what must be on it. Used by one thread
 * at a time.
 */
final class WishTalk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BEFORE = "On your list: ";

  private final int number;
  private final CustomerClient customer;
  private final List<String> wishes = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> duplicated = new ArrayList<>();
  private final List<String> reordered = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int count;
  private int recalled;

  private WishTalk(int number, CustomerClient customer) {
    this.number = number;
    this.customer = customer;
  }

  static WishTalk begin(Web web, String origin, int number) {
    return new WishTalk(number, CustomerClient.connect(web, origin, "en"));
  }

  /** Something that looks alike in all versions. */
  void addMug() {
    count++;
    add("mug %d-%d".formatted(number, count));
  }

  /** Something that the second version keeps in another way than the first. */
  void addBoots() {
    count++;
    add("boots %d-%d, size %d".formatted(number, count, 36 + count));
  }

  private void add(String wish) {
    if (ask("add " + wish + " to my list").startsWith("I have put")) {
      wishes.add(wish);
    } else {
      faults.add("%d: %s was not taken down: %s".formatted(number, wish, customer.reason()));
    }
  }

  /** Takes the oldest wish off the list. */
  void removeOldest() {
    var wish = wishes.getFirst();
    if (ask("remove " + wish + " from my list").startsWith("I have taken")) {
      wishes.removeFirst();
    } else {
      faults.add("%d: %s was not struck: %s".formatted(number, wish, customer.reason()));
    }
  }

  /**
   * Asks for the list and compares it.
   *
   * @param isSecond whether the second version is to answer, which tells sizes in another way
   */
  void recall(boolean isSecond) {
    var told = ask("what is on my list?");
    var expected = String.join("; ", wishes);
    var wanted =
        BEFORE + (isSecond ? expected.replaceAll(", size (\\d+)", " (size $1)") : expected) + ".";
    recalled++;
    if (!told.equals(wanted)) {
      compare(told, wanted);
    }
  }

  private void compare(String told, String wanted) {
    var where = "%d: “%s”, wanted “%s”".formatted(number, told, wanted);
    if (!told.startsWith(BEFORE)) {
      (told.startsWith("There is nothing") ? lost : faults).add(where);
      return;
    }
    var plain = told.replaceAll(" \\(size (\\d+)\\)", ", size $1");
    var there = List.of(plain.substring(BEFORE.length(), plain.length() - 1).split("; "));
    if (!new HashSet<>(there).containsAll(wishes)) {
      lost.add(where);
    } else if (there.size() > wishes.size()) {
      duplicated.add(where);
    } else if (!there.equals(wishes)) {
      reordered.add(where);
    } else {
      faults.add(where + ": another version answered");
    }
  }

  private String ask(String words) {
    var answer = customer.ask(words, PATIENCE);
    if (answer.isEmpty()) {
      faults.add("%d: no answer to “%s”".formatted(number, words));
    }
    return answer.map(it -> it.text()).orElse("");
  }

  /** Whether the list was each time what it had to be. */
  boolean isSame() {
    return lost.isEmpty() && duplicated.isEmpty() && reordered.isEmpty() && faults.isEmpty();
  }

  /** How often the list was asked for. */
  int recalled() {
    return recalled;
  }

  List<String> lost() {
    return lost;
  }

  List<String> duplicated() {
    return duplicated;
  }

  List<String> reordered() {
    return reordered;
  }

  List<String> faults() {
    return faults;
  }

  @Override
  public void close() {
    customer.close();
  }
}
