package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import jakarta.json.JsonException;
import java.time.DateTimeException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a later version of Hotdesk has written, in words that this one does not know, while servers
 * are upgraded one by one. It is left to servers of that version: lists go without it, and who asks
 * for it here is to come back, to another server.
 */
final class Foreign {

  private static final Logger LOG = LoggerFactory.getLogger(Foreign.class);
  private static final int MOST_SAID = 1_000;

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** The conversation, for lists; nothing if it cannot be read. */
  Stream<Conversation> listed(ConversationRow row) {
    try {
      return Stream.of(row.conversation());
    } catch (IllegalArgumentException | JsonException | DateTimeException | ClassCastException e) {
      if (said.size() < MOST_SAID && said.add(row.id())) {
        LOG.warn("Left to servers of its version: {}", sentence(row.id(), e));
      }
      return Stream.empty();
    }
  }

  /**
   * What is read of a conversation.
   *
   * @throws JournalUnavailableException if it is of a later version
   */
  static <T> T known(String conversation, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | JsonException | DateTimeException | ClassCastException e) {
      throw new JournalUnavailableException(sentence(conversation, e), e);
    }
  }

  private static String sentence(String conversation, RuntimeException e) {
    return "Conversation %s was written by a later version of Hotdesk, in words that this server does not know (%s); it goes on at servers of that version: upgrade this one"
        .formatted(conversation, e.getMessage());
  }
}
