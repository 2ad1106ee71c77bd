package dev.hotdesk.generation;

import dev.hotdesk.rollout.Share;

/**
 * The candidates of a rollout within a routing table.
 *
 * @param arm the stable arm with the candidates in place of what they would replace
 * @param share which conversations it serves
 */
record Trial(Arm arm, Share share) {}
