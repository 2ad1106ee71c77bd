/** Growing pauses with jitter, so that a thousand clients do not come back in the same second. */
export class Backoff {
  private failures = 0;
  private readonly least: number;
  private readonly most: number;
  private readonly random: () => number;

  constructor(least = 500, most = 15_000, random: () => number = Math.random) {
    this.least = least;
    this.most = most;
    this.random = random;
  }

  /** How long to wait before the next try, in milliseconds: between half and all of the pause. */
  next(): number {
    const pause = Math.min(this.most, this.least * 2 ** this.failures);
    this.failures++;
    return Math.max(this.least, pause * (0.5 + this.random() / 2));
  }

  reset(): void {
    this.failures = 0;
  }
}
