import type { Token } from "../shared/protocol.ts";
import { randomId } from "../shared/random.ts";
import type { Shelf } from "./store.ts";

const KEY = "token";
/** Changes whenever a customer is forgotten, so that other tabs hear of it and late answers are not kept. */
const FORGOTTEN = "forgotten";
const RENEW_BEFORE_MS = 60 * 60 * 1000;
/** A request without an answer for so long is given up, and made anew after a pause. */
const ANSWER_MS = 20_000;

/** A token as it lies in the storage, with when it was obtained by this device's clock. */
type Kept = Token & { since?: number };

/** Why there is no token. */
export class TokenRefused extends Error {
  readonly status: number;
  readonly retryAfterMs: number;

  constructor(status: number, retryAfterMs: number) {
    super(`No token: ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The customer was forgotten while a token was on its way. */
export class Forgotten extends Error {}

/** When a token is to be renewed: an hour before its end, and a short-lived one at half of its life. */
export function renewAt(token: Kept): number {
  const end = Date.parse(token.expires);
  if (token.since === undefined) return end - RENEW_BEFORE_MS;
  const life = end - token.since;
  // This device's clock is far ahead: the token is good all the same, until the server refuses it.
  if (life <= 0) return token.since + RENEW_BEFORE_MS;
  return token.since + Math.max(life / 2, life - RENEW_BEFORE_MS);
}

/** The one key to the customer's conversation, kept in the shop page's storage and shared by its tabs. */
export class Tokens {
  /** What other tabs' changes are worth a look. */
  static readonly keys: readonly string[] = [KEY, FORGOTTEN];
  private readonly server: URL;
  private readonly shelf: Shelf;
  private generation = 0;
  private known: string;

  constructor(server: URL, shelf: Shelf) {
    this.server = server;
    this.shelf = shelf;
    this.known = this.lastForgotten();
  }

  stored(): Kept | undefined {
    try {
      const token = JSON.parse(this.shelf.get(KEY) ?? "") as Partial<Kept>;
      return token.token && token.conversation ? (token as Kept) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * The stored token if it is still good, else a renewed or a new one. `refused`: one the server did not want.
   * Of a customer who is forgotten meanwhile, here or in another tab, nothing is kept or returned.
   */
  async obtain(refused?: string): Promise<Token> {
    const { generation } = this;
    const forgotten = this.lastForgotten();
    const check = () => {
      if (generation !== this.generation || forgotten !== this.lastForgotten()) throw new Forgotten();
    };
    return this.alone(async () => {
      check();
      const stored = this.stored();
      if (stored && stored.token !== refused && Date.now() < renewAt(stored)) return stored;
      const token: Kept = { ...(await this.ask(stored?.token)), since: Date.now() };
      check();
      this.shelf.set(KEY, JSON.stringify(token));
      return token;
    });
  }

  /** The customer has signed out, in all tabs. */
  forget(): void {
    this.generation++;
    // First the mark, then the token: a tab that sees the token go knows why.
    this.shelf.set(FORGOTTEN, randomId("f"));
    this.known = this.lastForgotten();
    this.discard();
  }

  /** True once after the customer was forgotten in another tab. */
  forgottenElsewhere(): boolean {
    const last = this.lastForgotten();
    if (last === this.known) return false;
    this.known = last;
    this.generation++;
    return true;
  }

  /** The token is of no use. */
  discard(): void {
    this.shelf.remove(KEY);
  }

  private lastForgotten(): string {
    return this.shelf.get(FORGOTTEN) ?? "";
  }

  private async ask(former?: string): Promise<Token> {
    const stop = new AbortController();
    const silence = setTimeout(() => stop.abort(), ANSWER_MS);
    let response: Response;
    try {
      response = await fetch(new URL("api/customer/token", this.server), {
        method: "POST",
        // Of a type that browsers send to another origin without asking first: one request less of each new customer.
        headers: { "Content-Type": "text/plain;charset=UTF-8" },
        credentials: "omit",
        body: JSON.stringify(former ? { token: former } : {}),
        signal: stop.signal,
      });
      if (response.ok) return (await response.json()) as Token;
    } finally {
      clearTimeout(silence);
    }
    if (former && (response.status === 400 || response.status === 401)) return this.ask();
    throw new TokenRefused(response.status, (Number(response.headers.get("Retry-After")) || 0) * 1000);
  }

  /** Two tabs opened at once must not begin two conversations. */
  private alone<T>(task: () => Promise<T>): Promise<T> {
    if (!("locks" in navigator)) return task();
    return navigator.locks.request(`hotdesk:${this.server.host}`, task) as Promise<T>;
  }
}
