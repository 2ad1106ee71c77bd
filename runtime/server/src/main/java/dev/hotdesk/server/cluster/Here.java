package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What this server knows of conversations, and whom it tells; put together in the assembly. */
public interface Here {

  /** The conversations to which somebody listens here. */
  Set<String> listened();

  /** The conversations that lie on the operators' desk. */
  Set<String> laidOut();

  /** Those of them in which something happened lately. */
  Set<String> lively();

  /** How far a conversation's log is known on the desk; 0 if it does not lie there. */
  long known(String conversation);

  /** The log of a conversation goes at least as far as this. Does not block. */
  void moved(String conversation, long sequence);

  /** Another server has passed on something that is not stored. Does not block. */
  void heard(String what, String conversation, String value);

  /** An operator's server is gone; they may come to another one. */
  void missing(String login);

  /**
   * The same as {@link #moved(String, long)}, with the latest entries of it, without gaps. Does not
   * block.
   */
  void moved(Conversation now, List<Logged> entries);

  /** Another server has changed what is kept at hand under this name. Does not block. */
  void changed(String name);

  /**
   * What other servers have said may have been missed, if they have said anything. Does not block.
   */
  void missed();

  /** Whether this server may take questions of customers of all servers at the moment. */
  boolean mayAnswer();

  /**
   * Asks the agents here a question that was offered to all servers. Does not block.
   *
   * @param question its place in the conversation's log
   * @return completes when the answer is stored or nobody waits for it any more; refused if another
   *     server may as well take it
   */
  CompletionStage<Receipt> answer(String conversation, long epoch, long question);
}
