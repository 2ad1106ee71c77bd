package dev.hotdesk.conversation;

import dev.hotdesk.session.Entry;
import java.time.Instant;

/**
 * An entry of a conversation's log, as stored.
 *
 * @param sequence its place in the conversation, from 1 without gaps
 * @param at when it was handled
 * @param entry what happened
 */
public record Logged(long sequence, Instant at, Entry entry) {}
