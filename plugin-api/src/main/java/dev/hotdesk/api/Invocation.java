package dev.hotdesk.api;

import java.time.Instant;
import java.util.Map;

/**
 * One run of a {@link PluginFunction}. Made by the runtime and the testkit; immutable.
 *
 * <pre>{@code
 * if (invocation.cause() instanceof Invocation.Cause.Message message) { … }
 * }</pre>
 *
 * @param id the same each time that one occasion is tried again; the key for doing nothing twice
 * @param attempt from 1
 * @param at when it happened
 * @param cause what happened
 */
public record Invocation(String id, int attempt, Instant at, Cause cause) {

  /** What happened. More kinds may come: end a {@code switch} over it with {@code default}. */
  public sealed interface Cause {

    /**
     * Somebody said something.
     *
     * @param conversation the id of the conversation; opaque
     * @param sequence its place in the conversation
     * @param author who
     * @param text the words
     */
    record Message(String conversation, long sequence, Author author, String text)
        implements Cause {}

    /**
     * A session went into another state.
     *
     * @param conversation the id of the conversation; opaque
     * @param sequence its place in the conversation
     * @param state the new state
     * @param reason why, as a short code, or empty
     */
    record Session(String conversation, long sequence, String state, String reason)
        implements Cause {}

    /**
     * A request came over HTTP. Nobody has checked who sent it.
     *
     * @param method such as {@code POST}
     * @param path beneath the plugin's prefix
     * @param query the parameters, of several of one name the first
     * @param headers by name in lower case, of several of one name the first
     * @param body at most 1 MiB
     */
    record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body)
        implements Cause {

      /** Copies the maps. */
      public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
      }
    }

    /**
     * A time came.
     *
     * @param due which
     */
    record Time(Instant due) implements Cause {}

    /**
     * Another plugin published an event.
     *
     * @param plugin its id
     * @param type what happened
     * @param json the particulars
     */
    record Event(String plugin, String type, String json) implements Cause {}

    /**
     * A timer rang.
     *
     * @param name of the timer
     * @param key of the timer
     * @param due when it was to ring
     * @param json what was set with it
     */
    record Timer(String name, String key, Instant due, String json) implements Cause {}
  }
}
