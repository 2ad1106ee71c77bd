package dev.hotdesk.retire;

/**
 * Looks for one sort of thing that a plugin can leave behind, and cleans it where that is sound.
 */
interface Sweep {

  /** What it does, for a report of its failure. */
  String title();

  /**
   * Cleans or names what it finds. Runs on a thread of its own within a deadline, because cleaning
   * may call the plugin's code; whatever it throws is reported and stops nothing.
   */
  void over(Departed plugin, Findings findings) throws Exception;
}
