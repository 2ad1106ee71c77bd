import { Backoff } from "../shared/backoff.ts";
import type { CustomerClientFrame } from "../shared/protocol.ts";
import type { Outbox } from "./outbox.ts";

/** So many messages may be under way at once; more than twenty frames a second are refused. */
const WINDOW = 8;
/** A message without an answer for so long is said again, with its id. */
const PATIENCE_MS = 15_000;
/** Refusals that pass: the server asks to send it again later. */
const LATER = new Set(["busy", "not_stored", "rate", "channel", "hello", "token"]);

/** Brings the outbox to the server: in order, again and again until each message is confirmed. */
export class Sender {
  private readonly outbox: Outbox;
  private readonly send: (frame: CustomerClientFrame) => boolean;
  private readonly backoff = new Backoff(1500, 20_000);
  private readonly underWay = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private up = false;
  private pausedUntil = 0;

  constructor(outbox: Outbox, send: (frame: CustomerClientFrame) => boolean) {
    this.outbox = outbox;
    this.send = send;
  }

  /** There is a connection: everything unconfirmed goes out anew. */
  connected(): void {
    this.up = true;
    this.backoff.reset();
    this.pausedUntil = 0;
    this.underWay.clear();
    this.flush();
  }

  disconnected(): void {
    this.up = false;
    this.underWay.clear();
    clearTimeout(this.timer);
  }

  confirmed(id: string): void {
    this.underWay.delete(id);
    this.outbox.remove(id);
    this.backoff.reset();
    this.flush();
  }

  /** True if the refusal is final and the customer should see it. */
  refused(id: string, code: string): boolean {
    this.underWay.delete(id);
    if (LATER.has(code)) {
      // What was said after it waits too, or it would overtake.
      this.underWay.clear();
      this.pausedUntil = Date.now() + this.backoff.next();
      this.flush();
      return false;
    }
    this.outbox.refuse(id, code);
    this.flush();
    return true;
  }

  flush(): void {
    clearTimeout(this.timer);
    if (!this.up) return;
    const now = Date.now();
    if (now < this.pausedUntil) {
      this.timer = setTimeout(() => this.flush(), this.pausedUntil - now);
      return;
    }
    for (const unsent of this.outbox.all()) {
      if (unsent.refused) continue;
      const sentAt = this.underWay.get(unsent.id);
      if (sentAt !== undefined && now - sentAt < PATIENCE_MS) continue;
      if (sentAt === undefined && this.underWay.size >= WINDOW) break;
      const { id, text, contact } = unsent;
      const files = unsent.attachments && { attachments: unsent.attachments.map((file) => file.id) };
      if (!this.send(contact === undefined ? { type: "say", id, text, ...files } : { type: "leave", id, text, contact })) break;
      this.underWay.set(unsent.id, now);
    }
    if (this.underWay.size > 0) this.timer = setTimeout(() => this.flush(), PATIENCE_MS);
  }
}
