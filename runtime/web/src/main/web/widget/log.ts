import { inPlace, insert } from "../shared/ordered.ts";
import type { MessageFrame, RecalledFrame, StateFrame } from "../shared/protocol.ts";

export type Item = MessageFrame | StateFrame | RecalledFrame;

/** How far back a resumed connection looks again, in case frames overtook each other before it broke. */
const OVERLAP = 16;

/** The conversation as the customer sees it: late messages where they belong, each seq once, what was taken back without its words. */
export class Log {
  private readonly sorted: Item[] = [];
  private readonly ids = new Map<string, number>();
  private readonly recalled = new Set<number>();
  private laidOut: Item[] | undefined;

  /** As it is laid out. */
  get items(): readonly Item[] {
    return (this.laidOut ??= [...this.sorted].sort(inPlace));
  }

  get last(): number {
    return this.sorted.at(-1)?.seq ?? 0;
  }

  /** The latest message that is not the customer's own. */
  get lastHeard(): number {
    return this.sorted.findLast((item) => item.type === "message" && item.from !== "customer")?.seq ?? 0;
  }

  /** What to say as `after` when coming back. Seeing a few entries twice does no harm. */
  get resumeAfter(): number {
    return Math.max(0, this.last - OVERLAP);
  }

  /** False if it was there already. */
  add(item: Item): boolean {
    if (!insert(this.sorted, item)) return false;
    this.laidOut = undefined;
    if (item.type === "message" && item.id) this.ids.set(item.id, item.seq);
    if (item.type === "message" && item.recalled) this.recalled.add(item.seq);
    if (item.type === "recalled") this.recalled.add(item.message);
    return true;
  }

  /** Whether the customer's message with this id has arrived in the log. */
  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Whether the message at this place was taken back. */
  tookBack(seq: number): boolean {
    return this.recalled.has(seq);
  }

  get lastState(): StateFrame | undefined {
    return this.sorted.findLast((item) => item.type === "state");
  }

  clear(): void {
    this.sorted.length = 0;
    this.laidOut = undefined;
    this.ids.clear();
    this.recalled.clear();
  }
}
