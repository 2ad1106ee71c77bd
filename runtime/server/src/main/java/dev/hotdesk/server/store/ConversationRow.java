package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.session.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation as it lies in the database. Read here, written by {@link Append}. */
@Entity
@Table(name = "conversation")
@SuppressWarnings("NullAway.Init")
public class ConversationRow {

  @Id private String id;
  private Instant begun;
  private Instant changed;

  @Column(name = "session_number")
  private int sessionNumber;

  private String state;

  @Column(name = "state_detail")
  private String stateDetail;

  private long epoch;

  @Column(name = "last_seq")
  private long lastSequence;

  private String dialogue;

  @Column(name = "customer_id")
  private String customerId;

  private String sku;
  private String store;
  private String tier;

  @Column(name = "served_by")
  private String servedBy;

  private String times;
  private @Nullable Instant due;

  /** For JPA. */
  protected ConversationRow() {}

  String id() {
    return id;
  }

  Conversation conversation() {
    return new Conversation(
        id,
        begun,
        changed,
        new Session(
            sessionNumber,
            StateJson.decode(stateDetail, changed),
            epoch,
            lastSequence,
            TimesJson.decode(times, lastSequence, changed)),
        DialogueJson.decode(dialogue),
        customerId,
        sku,
        store,
        tier,
        servedBy,
        Optional.ofNullable(due));
  }
}
