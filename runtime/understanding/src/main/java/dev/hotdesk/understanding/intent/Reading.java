package dev.hotdesk.understanding.intent;

import dev.hotdesk.routing.Understood.Candidate;
import java.util.List;

/**
 * What a head makes of a sentence.
 *
 * @param candidates the agents' matters, likeliest first
 * @param score how sure it is that the sentence is an agent's business; comparable within one head
 * @param inScope whether the first of them is sure enough to act on
 */
public record Reading(List<Candidate> candidates, double score, boolean inScope) {

  /** Copies the candidates. */
  public Reading {
    candidates = List.copyOf(candidates);
  }
}
