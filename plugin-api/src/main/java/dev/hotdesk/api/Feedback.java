package dev.hotdesk.api;

/**
 * What a person thought of an understanding.
 *
 * @param text the customer's words
 * @param understood what had been understood
 * @param right the intent that the operator says is right
 */
public record Feedback(String text, Understanding understood, Intent right) {}
