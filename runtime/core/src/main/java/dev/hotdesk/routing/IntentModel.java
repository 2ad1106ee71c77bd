package dev.hotdesk.routing;

/** Understands customers' messages. Immutable; called by many threads at once. */
public interface IntentModel extends AutoCloseable {

  /**
   * What a message means.
   *
   * @param text the customer's words
   * @param asked the slot that the customer was just asked for, or the empty text
   * @param catalogue the shop's words for products, colours and sizes
   * @throws ModelUnavailableException if the models cannot be used
   */
  Understood understand(String text, String asked, Catalogue catalogue);

  /** Lets go of the agents' own models. Called once, after the last use. */
  @Override
  void close();
}
