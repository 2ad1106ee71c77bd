package dev.hotdesk.server.workspace;

/**
 * The id of an operator's message in the log. Clients' ids are unique for one sender only, so the
 * sender's name goes before it: a customer's and two operators' {@code 4} are three messages.
 */
final class MessageId {

  private static final char BETWEEN = ':';

  private MessageId() {}

  static String inLog(String login, String clientId) {
    return login + BETWEEN + clientId;
  }

  /** The id that the sender's client gave it. */
  static String ofClient(String inLog) {
    return inLog.substring(inLog.lastIndexOf(BETWEEN) + 1);
  }
}
