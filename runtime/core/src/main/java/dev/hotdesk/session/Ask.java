package dev.hotdesk.session;

/**
 * A question that the bot owes an answer.
 *
 * @param epoch to be given back with the answer
 * @param question what to answer
 */
public record Ask(long epoch, State.Question question) {}
