package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;

/** A sentence as customers say it, and what they want by it. */
public record Example(Intent intent, Language language, String text) {}
