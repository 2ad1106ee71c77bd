package dev.hotdesk.api;

/**
 * What a person thought of an understanding. Made by the runtime, once for each correction;
 * immutable.
 *
 * <pre>{@code
 * public void learn(Feedback feedback, AgentContext context) {
 *   count(feedback.understood().intent(), feedback.right());
 * }
 * }</pre>
 *
 * @param text the customer's words
 * @param understood what had been understood
 * @param right the intent that the operator says is right
 */
public record Feedback(String text, Understanding understood, Intent right) {}
