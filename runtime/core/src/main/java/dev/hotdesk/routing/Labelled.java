package dev.hotdesk.routing;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;

/** A sentence as customers say it, and what they want by it. */
public record Labelled(Language language, Intent intent, String text) {}
