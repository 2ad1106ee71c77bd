package dev.hotdesk.assignment;

/** For whom a waiting customer is meant. */
public sealed interface Target {

  /** For whoever is there. */
  record Anyone() implements Target {}

  /** For an operator of this group. */
  record Group(String name) implements Target {}

  /** For an operator of this branch of the shop. */
  record Store(String name) implements Target {}

  /** For this operator. */
  record Operator(String login) implements Target {}
}
