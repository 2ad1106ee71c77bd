const LIFE_MS = 6000;
const TELL_EVERY_MS = 3000;

/** Who types now. It is forgotten after a while, as the frame that ends it may get lost. */
export class Typists {
  private readonly ends = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  has(who: string): boolean {
    return this.ends.has(who);
  }

  heard(who: string, on: boolean): void {
    clearTimeout(this.ends.get(who));
    this.ends.delete(who);
    if (!on) return;
    const end = () => {
      this.ends.delete(who);
      this.changed();
    };
    this.ends.set(who, setTimeout(end, LIFE_MS));
  }

  clear(): void {
    for (const end of this.ends.values()) clearTimeout(end);
    this.ends.clear();
  }
}

/** One's own typing, told now and then and not at each key. */
export class TypingTeller {
  private toldAt = 0;
  private readonly tell: (about: string) => void;

  constructor(tell: (about: string) => void) {
    this.tell = tell;
  }

  typed(about = ""): void {
    const now = Date.now();
    if (now - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = now;
    this.tell(about);
  }

  /** What was typed is sent: the next key is news again. */
  sent(): void {
    this.toldAt = 0;
  }
}
