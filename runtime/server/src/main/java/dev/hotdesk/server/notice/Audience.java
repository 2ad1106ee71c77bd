package dev.hotdesk.server.notice;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.session.State;

/**
 * Whose sessions a notice is for; empty means whatever it is.
 *
 * @param store the shop's branch
 * @param channel the channel's name
 * @param state the word for the session's state
 */
public record Audience(String store, String channel, String state) {

  /** Whether a conversation's session is among them. */
  boolean includes(Conversation conversation) {
    var now = conversation.session().state();
    return !(now instanceof State.Closed)
        && (store.isEmpty() || store.equals(conversation.store()))
        && (channel.isEmpty() || channel.equals(conversation.channel()))
        && (state.isEmpty() || state.equals(now.word()));
  }
}
