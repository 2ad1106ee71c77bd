import { randomId } from "../shared/random.ts";
import type { Attachment } from "../shared/protocol.ts";
import type { Shelf } from "./store.ts";

/** A message that the server has not yet confirmed. */
export interface Unsent {
  id: string;
  text: string;
  /** When it was written, which is also its place in the order. */
  at: number;
  /** How to reach the customer, if it is a message left to be answered later. */
  contact?: string;
  /** Files that the server has, and that go with it. */
  attachments?: Attachment[];
  /** The code of a refusal that trying again cannot cure. */
  refused?: string;
}

const PREFIX = "out.";

/**
 * The customer's words until the server has them. One key a message, so that two tabs never overwrite
 * each other's, and the same id for ever, so that sending twice is saying once.
 */
export class Outbox {
  private readonly shelf: Shelf;
  private readonly mine = new Map<string, Unsent>();
  private latest = 0;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
    for (const key of shelf.keys(PREFIX)) {
      const unsent = parse(shelf.get(key));
      if (unsent) this.mine.set(unsent.id, unsent);
      else shelf.remove(key);
    }
  }

  add(text: string, now: number = Date.now(), contact?: string, attachments: Attachment[] = []): Unsent {
    this.latest = Math.max(now, this.latest + 1);
    const unsent: Unsent = { id: randomId("c"), text, at: this.latest, ...(contact !== undefined && { contact }), ...(attachments.length > 0 && { attachments }) };
    this.put(unsent);
    return unsent;
  }

  refuse(id: string, code: string): void {
    const unsent = this.mine.get(id);
    if (unsent) this.put({ ...unsent, refused: code });
  }

  /** Gives a refused message another chance. */
  forgive(id: string): void {
    const unsent = this.mine.get(id);
    if (!unsent) return;
    const { refused: _, ...again } = unsent;
    this.put(again);
  }

  remove(id: string): void {
    this.mine.delete(id);
    this.shelf.remove(PREFIX + id);
  }

  /** Oldest first. */
  all(): Unsent[] {
    return [...this.mine.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  /** Drops what this tab holds. */
  clear(): void {
    for (const id of [...this.mine.keys()]) this.remove(id);
  }

  /** Drops what other tabs have kept as well. */
  clearAll(): void {
    this.clear();
    for (const key of this.shelf.keys(PREFIX)) this.shelf.remove(key);
  }

  private put(unsent: Unsent): void {
    this.mine.set(unsent.id, unsent);
    this.shelf.set(PREFIX + unsent.id, JSON.stringify(unsent));
  }
}

function parse(text: string | null): Unsent | undefined {
  try {
    const value = JSON.parse(text ?? "") as Partial<Unsent>;
    const whole = typeof value.id === "string" && typeof value.text === "string" && typeof value.at === "number";
    return whole ? (value as Unsent) : undefined;
  } catch {
    return undefined;
  }
}
