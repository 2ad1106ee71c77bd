/**
 * What plugins are lent: each plugin reaches the world beyond its jar through one context, which
 * hands out what its manifest asks for and nothing else. The ports by which that world is reached
 * are declared here and implemented by the server. The only package that makes HTTP calls for
 * plugins.
 */
@NullMarked
package dev.hotdesk.capability;

import org.jspecify.annotations.NullMarked;
