import { insert } from "../shared/ordered.ts";
import type { MessageFrame, StateFrame } from "../shared/protocol.ts";

export type Item = MessageFrame | StateFrame;

/** How far back a resumed connection looks again, in case frames overtook each other before it broke. */
const OVERLAP = 16;

/** The conversation as the customer sees it: sorted by seq whatever the order of arrival, each seq once. */
export class Log {
  private readonly sorted: Item[] = [];
  private readonly ids = new Map<string, number>();

  get items(): readonly Item[] {
    return this.sorted;
  }

  get last(): number {
    return this.sorted.at(-1)?.seq ?? 0;
  }

  /** What to say as `after` when coming back. Seeing a few entries twice does no harm. */
  get resumeAfter(): number {
    return Math.max(0, this.last - OVERLAP);
  }

  /** False if it was there already. */
  add(item: Item): boolean {
    if (!insert(this.sorted, item)) return false;
    if (item.type === "message" && item.id) this.ids.set(item.id, item.seq);
    return true;
  }

  /** Whether the customer's message with this id has arrived in the log. */
  has(id: string): boolean {
    return this.ids.has(id);
  }

  get lastState(): StateFrame | undefined {
    return this.sorted.findLast((item) => item.type === "state");
  }

  clear(): void {
    this.sorted.length = 0;
    this.ids.clear();
  }
}
