/**
 * The contract between Hotdesk and its plugins: all that a plugin may rely on, and nothing else.
 *
 * <p>A plugin is a jar with at least one of the seven extension points:
 *
 * <ul>
 *   <li>{@link dev.hotdesk.api.Agent} answers customers,
 *   <li>{@link dev.hotdesk.api.Adviser} answers what no agent is sure of,
 *   <li>{@link dev.hotdesk.api.ChannelAdapter} speaks with one kind of channel,
 *   <li>{@link dev.hotdesk.api.ErpConnector} looks things up in the shop's own systems,
 *   <li>{@link dev.hotdesk.api.PluginFunction} does a piece of work when something happens,
 *   <li>{@link dev.hotdesk.api.QueuePriority} says who of those who wait goes first,
 *   <li>{@link dev.hotdesk.api.Screening} looks at what customers write.
 * </ul>
 *
 * <p><b>Rules for all.</b> Mark the class with {@link org.pf4j.Extension}, make it public, give it
 * a public constructor without parameters. One instance is made for each loaded version
 * (generation) of the plugin and is called from many threads at the same time, so it keeps no state
 * between calls. A call runs on a thread of the plugin's own bounded pool and has a deadline; when
 * the deadline passes, the thread is interrupted and the result is dropped. Whatever a plugin
 * throws is caught by the runtime, counted against the plugin, and never reaches the customer.
 *
 * <p><b>Compatibility.</b> Types that plugins implement grow only by methods with a default. Types
 * that plugins only read ({@link dev.hotdesk.api.Turn}, {@link dev.hotdesk.api.AgentContext},
 * {@link dev.hotdesk.api.Erp} …) are never implemented or constructed by a plugin outside its
 * tests, and may grow in any version.
 */
@NullMarked
package dev.hotdesk.api;

import org.jspecify.annotations.NullMarked;
