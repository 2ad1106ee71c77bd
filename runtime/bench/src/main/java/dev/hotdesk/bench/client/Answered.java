package dev.hotdesk.bench.client;

/**
 * How a question ended: in words, or by another who serves from now on.
 *
 * @param text what the bot or the operator said, or empty if the state changed first
 * @param seq the place of these words, or of the change
 * @param question the place of the question
 * @param state who serves now, such as {@code bot} or {@code waiting}
 * @param reason why, if the state changed
 * @param ackNanos from the words to the promise
 * @param answerNanos from the words to the answer
 */
public record Answered(
    String text,
    long seq,
    long question,
    String state,
    String reason,
    long ackNanos,
    long answerNanos) {}
