package dev.hotdesk.server.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All of REST lies under {@code /api}; the container finds resources and providers by itself. */
@ApplicationPath("/api")
public class RestRoot extends Application {}
