import type { CustomerClientFrame } from "../shared/protocol.ts";
import type { Shelf } from "./store.ts";

const KEY = "told";

/**
 * Tells the server who the customer is and what they look at: once, not at each connection, as every
 * telling is an entry in the log.
 */
export class Introduction {
  sku = "";
  private jwt = "";
  /** How many were said on this connection and are not answered. */
  private unanswered = 0;
  private conversation = "";
  private readonly shelf: Shelf;
  private readonly send: (frame: CustomerClientFrame) => boolean;

  constructor(shelf: Shelf, send: (frame: CustomerClientFrame) => boolean) {
    this.shelf = shelf;
    this.send = send;
  }

  page(sku: string): void {
    this.sku = sku;
    this.tellPage();
  }

  identify(jwt: string): void {
    this.jwt = jwt;
    this.tellJwt();
  }

  /** Accepted or refused: either way it need not be said again, unless the answer is to an earlier one. */
  identified(): void {
    this.unanswered = Math.max(0, this.unanswered - 1);
    if (this.unanswered === 0) this.jwt = "";
  }

  /** The JWT that is not answered yet, if there is one. */
  get pending(): string {
    return this.jwt;
  }

  forget(): void {
    this.jwt = "";
    this.untold();
  }

  /** The server has lost what it was told. */
  untold(): void {
    this.shelf.remove(KEY);
  }

  connected(conversation: string): void {
    this.conversation = conversation;
    this.tellPage();
    this.tellJwt();
  }

  disconnected(): void {
    this.conversation = "";
    this.unanswered = 0;
  }

  private tellPage(): void {
    if (!this.conversation) return;
    const telling = `${this.conversation} ${this.sku}`;
    const told = this.shelf.get(KEY) ?? `${this.conversation} `;
    if (told !== telling && this.send({ type: "page", sku: this.sku })) this.shelf.set(KEY, telling);
  }

  private tellJwt(): void {
    if (this.conversation && this.jwt && this.send({ type: "identify", jwt: this.jwt })) this.unanswered++;
  }
}
