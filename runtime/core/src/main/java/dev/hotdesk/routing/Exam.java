package dev.hotdesk.routing;

/**
 * A sentence that a model has to understand rightly.
 *
 * @param agent the plugin that owns its intent
 * @param sentence what a customer says, and what it means
 */
public record Exam(String agent, Labelled sentence) {}
