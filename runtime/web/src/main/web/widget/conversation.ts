import { Backoff } from "../shared/backoff.ts";
import type { Language } from "../shared/language.ts";
import { FileRefused, uploadFile } from "../shared/files.ts";
import type { Attachment, CustomerClientFrame, CustomerServerFrame, ErrorFrame, QueueFrame, Receipts, ServingState } from "../shared/protocol.ts";
import { further, ReceiptsTeller } from "../shared/receipts.ts";
import { TypingTeller, Typists } from "../shared/typing.ts";
import { Introduction } from "./introduction.ts";
import { pollLink, socketLink, TOKEN_REFUSED, type Link, type LinkEvents } from "./link.ts";
import { Log } from "./log.ts";
import { Outbox } from "./outbox.ts";
import { Rating } from "./rating.ts";
import { Sender } from "./sender.ts";
import type { Shelf } from "./store.ts";
import { Forgotten, TokenRefused, Tokens } from "./token.ts";
import { Way } from "./way.ts";

export type Connection = "idle" | "connecting" | "online" | "retrying" | "limited" | "refused";

/** A poller looks again for a socket this often. */
const LOOK_AGAIN_MS = 600_000;

/** The customer's side of one conversation: keeps a connection, the log, and what is not sent yet. */
export class Conversation {
  readonly log = new Log();
  readonly outbox: Outbox;
  connection: Connection = "idle";
  /** Not connected although it tried: worth a line until it is connected again. */
  troubled = false;
  /** The conversation's name on the server; empty before the first token. */
  name = "";
  serving: ServingState = "bot";
  /** The place in the queue, as far as it was told. */
  queue: QueueFrame | undefined;
  /** How far the other side has got. */
  receipts: Receipts = { delivered: 0, read: 0 };
  /** Where the server's log ended at the last connection, as far as it said so. */
  end = Infinity;
  /** Something that could not be done and is no message's fault. */
  onFault: (code: string) => void = () => undefined;
  /** The customer has left, here or in another tab; now idle. */
  onLeft: () => void = () => undefined;
  onChange: () => void = () => undefined;

  private readonly rating: Rating;
  private readonly server: URL;
  private readonly tokens: Tokens;
  private readonly sender: Sender;
  private readonly introduction: Introduction;
  private readonly backoff = new Backoff();
  private link: Link | undefined;
  private attempt = 0;
  private readonly way = new Way();
  private refusedToken: string | undefined;
  /** The JWT for which this conversation was begun in place of another customer's. */
  private begunFor = "";
  private retry: ReturnType<typeof setTimeout> | undefined;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;
  private readonly typists = new Typists(() => this.onChange());
  private readonly teller = new TypingTeller(() => this.link?.send({ type: "typing", on: true }));
  private readonly told = new ReceiptsTeller((type, seq) => this.link?.send({ type, seq }) ?? false);
  private readonly store: string;
  private lang: Language;

  constructor(server: URL, shelf: Shelf, lang: Language, store = "") {
    this.server = server;
    this.store = store;
    this.lang = lang;
    this.tokens = new Tokens(server, shelf);
    this.outbox = new Outbox(shelf);
    const send = (frame: CustomerClientFrame) => this.link?.send(frame) ?? false;
    this.rating = new Rating(send);
    this.sender = new Sender(this.outbox, send);
    this.introduction = new Introduction(shelf, send);
  }

  /** Connects unless it is connected or about to be; also the customer's "try now". */
  connect(): void {
    if (this.connection === "online" || this.connection === "connecting") return;
    clearTimeout(this.retry);
    void this.open();
  }

  /** Sends a file ahead of the message that it goes with. */
  upload(file: File, onProgress: (share: number) => void): Promise<Attachment> {
    return uploadFile(new URL("api/customer/attachments", this.server), this.authorization(), file, onProgress);
  }

  /** A file of the conversation, or its thumbnail. */
  async fetchFile(id: string, thumbnail: boolean): Promise<Blob> {
    const url = new URL(`api/customer/attachments/${encodeURIComponent(id)}${thumbnail ? "/thumbnail" : ""}`, this.server);
    const response = await fetch(url, { headers: this.authorization(), credentials: "omit" });
    if (!response.ok) throw new FileRefused(String(response.status));
    return response.blob();
  }

  private authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.tokens.stored()?.token ?? ""}` };
  }

  say(text: string, attachments: Attachment[] = []): void {
    this.outbox.add(text, Date.now(), undefined, attachments);
    this.teller.sent();
    this.sender.flush();
    this.connect();
    this.onChange();
  }

  /** Says something for when the shop is open again; `contact` may be empty. */
  leaveMessage(text: string, contact: string): void {
    this.outbox.add(text, Date.now(), contact);
    this.sender.flush();
    this.connect();
    this.onChange();
  }

  /** Says how it was, 1 to 5. */
  rate(score: number, comment: string): void {
    this.rating.rate(score, comment);
    this.onChange();
  }

  sayAgain(id: string): void {
    this.outbox.forgive(id);
    this.sender.flush();
    this.onChange();
  }

  discard(id: string): void {
    this.outbox.remove(id);
    this.onChange();
  }

  page(sku: string): void {
    this.introduction.page(sku);
  }

  identify(jwt: string): void {
    this.introduction.identify(jwt);
  }

  /** The customer has signed out: whoever comes next on this device sees nothing of this conversation. */
  forget(): void {
    this.tokens.forget();
    this.outbox.clearAll();
    this.leave();
  }

  /** The server learns the language with a hello, so a change is a quick reconnect. */
  language(lang: Language): void {
    if (lang === this.lang) return;
    this.lang = lang;
    if (this.link) void this.open();
  }

  /** What has come; the customer has it before their eyes, or not. */
  look(looking: boolean): void {
    if (this.connection === "online") this.told.got(this.log.lastHeard, looking);
  }

  type(): void {
    this.teller.typed();
  }

  /** Whether the other side types. */
  get typing(): boolean {
    return this.typists.has("");
  }

  /** Another tab changed what is stored: the shop forgot the customer there, or somebody cleaned up. */
  tokenChanged(): void {
    if (this.tokens.forgottenElsewhere()) return this.leave();
    const stored = this.tokens.stored();
    if (this.name === "" || stored?.conversation === this.name) return;
    if (stored) void this.open();
    else this.leave();
  }

  private leave(): void {
    this.attempt++;
    this.drop();
    this.introduction.forget();
    this.rating.forget();
    this.outbox.clear();
    this.log.clear();
    this.name = "";
    this.serving = "bot";
    this.receipts = { delivered: 0, read: 0 };
    this.refusedToken = undefined;
    this.troubled = false;
    this.become("idle");
    this.onLeft();
  }

  private async open(): Promise<void> {
    if (this.tokens.forgottenElsewhere()) {
      this.leave();
      if (this.connection !== "idle") return;
    }
    const attempt = ++this.attempt;
    this.drop();
    this.become("connecting");
    try {
      const token = await this.tokens.obtain(this.refusedToken);
      if (attempt !== this.attempt) return;
      if (this.name !== token.conversation) {
        this.log.clear();
        this.receipts = { delivered: 0, read: 0 };
        this.end = Infinity;
      }
      this.name = token.conversation;
      const greeting = { token: token.token, after: this.log.resumeAfter, last: this.log.last, lang: this.lang, sku: this.introduction.sku, store: this.store };
      const events: LinkEvents = {
        up: () => attempt === this.attempt && this.up(),
        restored: () => attempt === this.attempt && this.restored(),
        frame: (frame) => attempt === this.attempt && this.take(frame),
        down: (code, opened) => attempt === this.attempt && this.down(code, opened, token.token),
      };
      this.link = this.way.polls ? pollLink(this.server, greeting, events) : socketLink(this.server, greeting, events);
    } catch (fault) {
      if (attempt === this.attempt) this.noToken(fault);
    }
  }

  private up(): void {
    this.backoff.reset();
    this.refusedToken = undefined;
    if (this.link?.live) this.way.socketWorked();
    else this.lookAgain = setTimeout(() => (this.way.trySocket(), void this.open()), LOOK_AGAIN_MS);
    this.troubled = false;
    this.become("online");
    this.introduction.connected(this.name);
    this.sender.connected();
    this.rating.connected();
  }

  /** What we have may never have happened for the server, so all of it anew. */
  private restored(): void {
    this.log.clear();
    this.receipts = { delivered: 0, read: 0 };
    this.introduction.untold();
    void this.open();
  }

  private down(code: number, opened: boolean, token: string): void {
    const polled = this.link?.live === false;
    this.drop();
    if (code === TOKEN_REFUSED) {
      // Once to have it renewed; a renewed one that is refused too is thrown away.
      if (this.refusedToken) this.tokens.discard();
      this.refusedToken = token;
    } else {
      this.way.ended(polled, opened);
    }
    this.later(this.backoff.next(), "retrying");
  }

  private noToken(fault: unknown): void {
    if (fault instanceof Forgotten) return this.tokenChanged();
    if (fault instanceof TokenRefused && fault.status === 403) return this.become("refused");
    const wait = fault instanceof TokenRefused ? fault.retryAfterMs : 0;
    this.later(Math.max(wait, this.backoff.next()), wait > 0 ? "limited" : "retrying");
  }

  private later(ms: number, connection: Connection): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.open(), ms);
    this.troubled = true;
    this.become(connection);
  }

  private drop(): void {
    const link = this.link;
    this.link = undefined;
    clearTimeout(this.lookAgain);
    clearTimeout(this.retry);
    this.sender.disconnected();
    this.introduction.disconnected();
    this.typists.clear();
    this.told.anew();
    this.queue = undefined;
    link?.close();
  }

  private take(frame: CustomerServerFrame): void {
    switch (frame.type) {
      case "welcome":
        this.end = frame.seq;
        this.serving = frame.state;
        break;
      case "message":
        this.log.add(frame);
        if (frame.id && frame.from === "customer") this.sender.confirmed(frame.id);
        if (frame.from !== "customer") this.typists.heard("", false);
        break;
      case "state":
        this.log.add(frame);
        this.serving = this.log.lastState?.state ?? frame.state;
        if (this.serving !== "waiting") this.queue = undefined;
        break;
      case "recalled":
        this.log.add(frame);
        break;
      case "queue":
        this.queue = frame;
        break;
      case "receipts":
        this.receipts = further(this.receipts, frame);
        break;
      case "ack":
        this.acknowledged(frame.id, frame.seq);
        break;
      case "typing":
        this.typists.heard("", frame.on);
        break;
      case "identified":
        this.introduction.identified();
        break;
      case "error":
        this.refused(frame);
        break;
      case "bye":
        return this.bye(frame.retry_after_ms);
      case "ping":
      case "pong":
      case "ok":
        return;
    }
    this.onChange();
  }

  /** Confirmed: the words move from the outbox into the log, also if their own frame is still to come. */
  private acknowledged(id: string, seq: number): void {
    if (this.rating.answered(id)) return;
    const unsent = this.outbox.all().find((one) => one.id === id);
    if (unsent) {
      const at = new Date(unsent.at).toISOString();
      this.log.add({ type: "message", seq, at, from: "customer", name: "", text: unsent.text, id, ...(unsent.attachments && { attachments: unsent.attachments }) });
    }
    this.sender.confirmed(id);
  }

  private refused(frame: ErrorFrame): void {
    if (this.rating.refused(frame.id, frame.code)) return;
    if (frame.id) {
      this.sender.refused(frame.id, frame.code);
    } else if (frame.code === "identify_other" && this.introduction.pending !== this.begunFor) {
      this.beginFor(this.introduction.pending);
    } else if (frame.code === "identify" || frame.code === "identify_other") {
      this.introduction.identified();
      console.warn("Hotdesk: identify was refused:", frame.message);
    } else if (frame.code !== "token") {
      this.onFault(frame.code);
    }
  }

  /** The conversation is another customer's: the shop did not say that they had left. */
  private beginFor(jwt: string): void {
    this.begunFor = jwt;
    this.forget();
    this.introduction.identify(jwt);
    this.connect();
  }

  private bye(ms: number): void {
    this.attempt++;
    this.drop();
    this.later(ms + Math.random() * Math.max(1000, ms), "retrying");
  }

  private become(connection: Connection): void {
    this.connection = connection;
    this.onChange();
  }
}
