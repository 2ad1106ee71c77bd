/** The static files of the browser side live in META-INF/resources. */
@NullMarked
package dev.hotdesk.web;

import org.jspecify.annotations.NullMarked;
