import { randomId } from "../shared/random.ts";
import type { CustomerClientFrame } from "../shared/protocol.ts";

const LATER = new Set(["busy", "not_stored", "rate", "channel"]);
const AGAIN_MS = 3000;

/** What the customer said of how it was, until the server has it. */
export class Rating {
  private pending: (CustomerClientFrame & { type: "rate" }) | undefined;
  private readonly send: (frame: CustomerClientFrame) => boolean;

  constructor(send: (frame: CustomerClientFrame) => boolean) {
    this.send = send;
  }

  rate(score: number, comment: string): void {
    this.pending = { type: "rate", id: randomId("r"), score, comment };
    this.connected();
  }

  /** There is a connection: what is unconfirmed goes out anew, under its id. */
  connected(): void {
    if (this.pending) this.send(this.pending);
  }

  /** Whether the refusal was for it. One that passes is heeded: it goes out again. */
  refused(id: string | undefined, code: string): boolean {
    if (!LATER.has(code)) return this.answered(id);
    if (!this.pending || this.pending.id !== id) return false;
    setTimeout(() => this.connected(), AGAIN_MS);
    return true;
  }

  /** Whether the answer was for it: it is stored, or was not wanted. */
  answered(id: string | undefined): boolean {
    if (!this.pending || this.pending.id !== id) return false;
    this.pending = undefined;
    return true;
  }

  forget(): void {
    this.pending = undefined;
  }
}
