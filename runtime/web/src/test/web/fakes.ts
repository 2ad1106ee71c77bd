import type { Token } from "../../main/web/shared/protocol.ts";
import { memory, type Shelf } from "../../main/web/widget/store.ts";

export const SERVER = new URL("https://desk.example/");

/** A shelf of its own, or, over the same storage, another tab's. */
export function shelf(storage: Storage = memory()): Shelf {
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys: (prefix) => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "").filter((key) => key.startsWith(prefix)),
  };
}

/** The server's token address: renews what it is given, else begins `web.1`, `web.2` … */
export class TokenDesk {
  /** The former token of each request, "" for none. */
  readonly asked: string[] = [];
  /** How long what it gives out is good. */
  life = 24 * 3_600_000;
  /** Answers wait for this. */
  gate: Promise<void> = Promise.resolve();
  private begun = 0;

  constructor() {
    globalThis.fetch = async (_address, init) => {
      const { token = "" } = JSON.parse(String(init?.body)) as { token?: string };
      this.asked.push(token);
      const given = this.give(token);
      await this.gate;
      return Response.json(given);
    };
  }

  /** Makes answers wait until the returned function is called. */
  hold(): () => void {
    let open = () => undefined as void;
    this.gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  private give(former: string): Token {
    const conversation = former.split("/")[0] || `web.${++this.begun}`;
    const expires = new Date(Date.now() + this.life).toISOString();
    return { token: `${conversation}/${this.asked.length}`, conversation, expires };
  }
}

/** Lets everything happen that only waits for its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

type Frame = { type: string } & Record<string, unknown>;

/** A socket whose other end is the test. */
export class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  readonly sent: Frame[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  static install(): void {
    FakeSocket.all = [];
    (globalThis as { WebSocket: unknown }).WebSocket = FakeSocket;
  }

  static get last(): FakeSocket {
    return FakeSocket.all.at(-1)!;
  }

  constructor() {
    FakeSocket.all.push(this);
  }

  get closed(): boolean {
    return this.readyState === 3;
  }

  open(): this {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    return this;
  }

  /** The server says something. */
  says(...frames: Frame[]): this {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) });
    return this;
  }

  /** What the client has sent of this type. */
  heard(type: string): Frame[] {
    return this.sent.filter((frame) => frame.type === type);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Frame);
  }

  close(): void {
    this.readyState = 3;
  }
}

export function welcome(seq = 0): Frame {
  return { type: "welcome", conversation: "web.1", seq, state: "bot", heartbeat: 25 };
}

export function said(seq: number, text = `text ${seq}`): Frame {
  return { type: "message", seq, at: "2026-11-23T08:00:00Z", from: "agent", name: "", text };
}
