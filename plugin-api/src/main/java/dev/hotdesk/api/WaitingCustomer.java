package dev.hotdesk.api;

import java.time.Instant;

/**
 * A customer who waits for a person. Made by the runtime; immutable. What is not known is empty.
 *
 * <pre>{@code
 * var isVisitor = waiting.customerId().isEmpty();
 * }</pre>
 *
 * @param conversation the id of the conversation; opaque
 * @param channel over which they came
 * @param customerId who the shop says they are
 * @param store the shop's branch that they came to
 * @param tier their standing with the shop, in its own words
 * @param language what they speak
 * @param reason why a person is wanted, as a short code
 * @param intent what was last understood
 * @param since since when they wait
 */
public record WaitingCustomer(
    String conversation,
    String channel,
    String customerId,
    String store,
    String tier,
    Language language,
    String reason,
    String intent,
    Instant since) {}
