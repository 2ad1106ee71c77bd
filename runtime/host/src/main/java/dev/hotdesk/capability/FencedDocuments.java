package dev.hotdesk.capability;

import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Passage;
import java.util.List;

/** The retailer's documents, as long as the generation lives. */
record FencedDocuments(Fence fence, Documents documents) implements Documents {

  @Override
  public List<Passage> find(String question, int most) {
    fence.check();
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "%d passages are asked for; wanted 1 to %d".formatted(most, MOST));
    }
    return documents.find(question, most);
  }
}
