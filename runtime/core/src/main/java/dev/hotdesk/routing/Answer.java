package dev.hotdesk.routing;

import dev.hotdesk.session.Event;

/**
 * How a question was answered.
 *
 * @param event what to tell the session
 * @param dialogue what to remember if the session accepts it
 */
public record Answer(Event event, Dialogue dialogue) {}
