/**
 * Plugins' jars, made on the spot for tests and benches: compiled from source in memory, packed as
 * one likes, signed or not.
 *
 * <p>Front door: {@link dev.hotdesk.jarmaker.PluginDraft}. Plain JDK: it sees nothing of Hotdesk,
 * so that every module's tests can use it.
 */
@NullMarked
package dev.hotdesk.jarmaker;

import org.jspecify.annotations.NullMarked;
