package dev.hotdesk.agent.knowledge;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Turn;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * Answers with the passage of the retailer's documents that fits best, and says where it stands: it
 * adds nothing of its own.
 */
@Extension
public final class DocumentsAdviser implements Adviser {

  @Override
  public Optional<String> advise(Turn turn, AgentContext context) {
    return context.documents().find(turn.text(), 1).stream()
        .findFirst()
        .map(passage -> context.text("quoted", Quotation.of(passage.text()), passage.cited()));
  }
}
