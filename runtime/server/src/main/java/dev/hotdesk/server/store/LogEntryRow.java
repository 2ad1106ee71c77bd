package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Logged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation's log as it lies in the database. Read here, written by {@link Append}.
 */
@Entity
@Table(name = "log_entry")
@IdClass(LogEntryRow.Place.class)
@SuppressWarnings("NullAway.Init")
public class LogEntryRow {

  /** A place in a log. */
  public record Place(String conversationId, long sequence) {}

  @Id
  @Column(name = "conversation_id")
  private String conversationId;

  @Id
  @Column(name = "seq")
  private long sequence;

  private Instant at;
  private String kind;
  private String body;

  // Null for what was stored before messages could be taken back.
  private @Nullable Boolean recalled;

  /** For JPA. */
  protected LogEntryRow() {}

  Logged logged() {
    return new Logged(
        sequence, at, EntryJson.decode(kind, body, at), Boolean.TRUE.equals(recalled));
  }
}
