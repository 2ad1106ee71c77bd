package dev.hotdesk.session;

/** For whom a customer waits, or to whom they are offered. */
public sealed interface Target {

  /** Whoever has time. */
  record Anyone() implements Target {}

  /** Somebody of a group of operators. */
  record Group(String name) implements Target {}

  /** Somebody of another store. */
  record Store(String name) implements Target {}

  /** This operator. */
  record Operator(String login) implements Target {}

  /** In one word, as in frames and the database: {@code anyone}, {@code group:returns}. */
  default String word() {
    return switch (this) {
      case Anyone _ -> "anyone";
      case Group(var name) -> "group:" + name;
      case Store(var name) -> "store:" + name;
      case Operator(var login) -> "operator:" + login;
    };
  }

  /**
   * The target that has this word.
   *
   * @throws IllegalArgumentException if none has
   */
  static Target of(String word) {
    if (word.equals("anyone")) {
      return new Anyone();
    }
    var colon = word.indexOf(':');
    var name = word.substring(colon + 1);
    return switch (name.isEmpty() || colon < 0 ? "" : word.substring(0, colon)) {
      case "group" -> new Group(name);
      case "store" -> new Store(name);
      case "operator" -> new Operator(name);
      default ->
          throw new IllegalArgumentException(
              "Nobody can be meant by \"%s\"; wanted anyone, group:NAME, store:NAME or operator:LOGIN"
                  .formatted(word));
    };
  }

  /** The log-in name, if one operator is meant; empty otherwise. */
  default String login() {
    return this instanceof Operator(var login) ? login : "";
  }
}
