package dev.hotdesk.assignment;

import java.time.Duration;

/** How long somebody will probably wait. */
public record Wait(Duration least, Duration most) {}
