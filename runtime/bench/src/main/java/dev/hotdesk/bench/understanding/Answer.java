package dev.hotdesk.bench.understanding;

/**
 * What the engine made of one sentence.
 *
 * @param wanted the label its author gave it
 * @param found the likeliest label
 * @param probability of that, as the engine tells it
 * @param score how sure the engine is that the sentence is its business
 * @param acted whether it would act on it
 */
record Answer(String wanted, String found, double probability, double score, boolean acted) {

  boolean isRight() {
    return wanted.equals(found);
  }
}
