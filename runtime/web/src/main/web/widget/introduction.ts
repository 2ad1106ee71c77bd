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

  /** Accepted or refused: either way it need not be said again. */
  identified(): void {
    this.jwt = "";
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
  }

  private tellPage(): void {
    if (!this.conversation) return;
    const telling = `${this.conversation} ${this.sku}`;
    const told = this.shelf.get(KEY) ?? `${this.conversation} `;
    if (told !== telling && this.send({ type: "page", sku: this.sku })) this.shelf.set(KEY, telling);
  }

  private tellJwt(): void {
    if (this.conversation && this.jwt) this.send({ type: "identify", jwt: this.jwt });
  }
}
