package dev.hotdesk.learning;

/**
 * A sentence that was understood, and would not be any more.
 *
 * @param agent whose it is
 * @param text what a customer says
 * @param wanted the intent
 * @param got what it would be taken for; empty for nothing an agent could answer
 */
public record Broken(String agent, String text, String wanted, String got) {}
