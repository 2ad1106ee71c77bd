import type { Receipts } from "./protocol.ts";

/** The server wants no more than about one a second. */
const EVERY_MS = 1000;

/** Tells the other side how far this one has got, not more often than the server likes. */
export class ReceiptsTeller {
  private wanted: Receipts = { delivered: 0, read: 0 };
  private told: Receipts = { delivered: 0, read: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly send: (type: "received" | "read", seq: number) => boolean;

  constructor(send: (type: "received" | "read", seq: number) => boolean) {
    this.send = send;
  }

  /** This has come, and perhaps somebody looks at it. */
  got(seq: number, looking: boolean): void {
    this.wanted = { delivered: Math.max(this.wanted.delivered, seq), read: looking ? Math.max(this.wanted.read, seq) : this.wanted.read };
    this.tell();
  }

  /** Another connection or conversation: nothing of it is known to have been told. */
  anew(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wanted = { delivered: 0, read: 0 };
    this.told = { delivered: 0, read: 0 };
  }

  private tell(): void {
    if (this.timer) return;
    const { delivered, read } = this.wanted;
    if (read > this.told.read) {
      if (!this.send("read", read)) return;
      this.told = { delivered: Math.max(read, this.told.delivered), read };
    } else if (delivered > this.told.delivered) {
      if (!this.send("received", delivered)) return;
      this.told = { ...this.told, delivered };
    } else {
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, EVERY_MS);
  }
}

/** The greater of each. */
export function further(one: Receipts | undefined, other: Receipts): Receipts {
  return { delivered: Math.max(one?.delivered ?? 0, other.delivered, other.read), read: Math.max(one?.read ?? 0, other.read) };
}
