import { Backoff } from "../shared/backoff.ts";
import { base, whoAmI } from "../shared/http.ts";
import { insert } from "../shared/ordered.ts";
import type { Attachment, Command, Conversation, Delivery, Entry, Me, Notice, Operator, OperatorServerFrame, Reason, Receipts } from "../shared/protocol.ts";
import { further, ReceiptsTeller } from "../shared/receipts.ts";
import { randomId } from "../shared/random.ts";
import { Socket, socketUrl } from "../shared/socket.ts";
import { TypingTeller, Typists } from "../shared/typing.ts";
import { Commands, Refusal } from "./commands.ts";
import { fate, type Suggestion } from "./suggesting.ts";

export interface Unsent {
  id: string;
  conversation: string;
  text: string;
  attachments: Attachment[];
  at: number;
  /** The code of the refusal, if it will not be sent by itself. */
  refused: string;
}

type Outgoing = (Command & { id: string }) | { type: "received" | "read"; conversation: string; seq: number } | { type: "typing"; conversation: string; on: boolean };

/** Who looks is told again and again; without that they have gone. */
const VIEWERS_MS = 25_000;

/** Everything an operator sees, kept true by one socket. */
export class Desk {
  me: Me | undefined;
  operators: Operator[] = [];
  intents: string[] = [];
  readonly conversations = new Map<string, Conversation>();
  readonly entries = new Map<string, Entry[]>();
  /** How far customers have got. */
  readonly receipts = new Map<string, Receipts>();
  /** How far messages to channels that are called have got, by conversation and place. */
  readonly deliveries = new Map<string, Map<number, Delivery>>();
  readonly typing: Typists;
  readonly drafts = new Map<string, string>();
  unsent: Unsent[] = [];
  /** What supervisors told customers, until it is put away. */
  notices: Notice[] = [];
  opened = "";
  online = false;
  offlineSince = Date.now();

  private readonly shown = new Set<string>();
  private readonly looking = new Map<string, { operators: string[]; until: number }>();
  private readonly seen = new Map<string, number>();
  private readonly teller = new TypingTeller((conversation) => this.socket?.send({ type: "typing", conversation, on: true }));
  private readonly told = new ReceiptsTeller((type, seq) => this.online && (this.socket?.send({ type, conversation: this.opened, seq }) ?? false));
  private readonly reasons = new Map<string, Reason[]>();
  private readonly commands: Commands;
  private readonly backoff = new Backoff();
  private readonly changed: () => void;
  private readonly lost: () => void;
  private socket: Socket<OperatorServerFrame, Outgoing> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  /** `lost` is called when the session has ended and somebody must log in again. */
  constructor(changed: () => void, lost: () => void) {
    this.changed = changed;
    this.typing = new Typists(changed);
    this.lost = lost;
    this.commands = new Commands((frame) => this.online && (this.socket?.send(frame) ?? false));
  }

  start(): void {
    this.stopped = false;
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    this.socket?.close();
  }

  /** The operator, or the browser, thinks that the network is back. */
  hurry(): void {
    if (this.online || this.stopped) return;
    this.socket?.close();
    clearTimeout(this.retry);
    this.connect();
  }

  open(conversation: string): void {
    if (this.opened === conversation) return;
    if (this.opened) this.commands.send({ type: "leave", conversation: this.opened }).catch(() => undefined);
    this.opened = conversation;
    this.told.anew();
    this.look();
    if (conversation) this.fetchEntries();
    this.changed();
  }

  putAway(notice: string): void {
    this.notices = this.notices.filter((one) => one.id !== notice);
    this.changed();
  }

  send(command: Command): Promise<number> {
    return this.commands.send(command);
  }

  /** Why a conversation is where it is, in the server's words. */
  async why(conversation: string): Promise<Reason[]> {
    const id = randomId("o");
    await this.commands.send({ type: "why", conversation }, id);
    const reasons = this.reasons.get(id) ?? [];
    this.reasons.delete(id);
    return reasons;
  }

  /** Opens a conversation that may have ended long ago: what is known of it comes from elsewhere. */
  openEnded(one: Conversation): void {
    if (!this.conversations.has(one.conversation)) this.conversations.set(one.conversation, one);
    this.open(one.conversation);
  }

  say(conversation: string, text: string, id: string = randomId("o"), attachments: Attachment[] = []): void {
    const unsent: Unsent = { id, conversation, text, attachments, at: Date.now(), refused: "" };
    this.unsent = [...this.unsent.filter((one) => one.id !== id), unsent];
    this.teller.sent();
    this.commands
      .send({ type: "say", conversation, text, ...(attachments.length > 0 && { attachments: attachments.map((file) => file.id) }) }, id)
      .then((seq) => {
        this.discard(id);
        const name = this.me?.name ?? "";
        this.add(conversation, { kind: "said", seq, at: new Date(unsent.at).toISOString(), from: "operator", name, text, id, attachments });
      })
      .catch((refusal: unknown) => {
        const code = refusal instanceof Refusal ? refusal.code : "internal";
        this.unsent = this.unsent.map((one) => (one.id === id ? { ...one, refused: code } : one));
        this.changed();
      });
    this.changed();
  }

  /** A suggestion was sent, as it was or edited: so the customer's words mean what it took them for. Nobody waits for that to be learned. */
  used(conversation: string, question: number, { intent, text }: Suggestion, sent: string): void {
    if (intent && fate(text, sent) !== "dropped") this.send({ type: "praise", conversation, question, intent, kind: "suggestion" }).catch(() => undefined);
  }

  discard(id: string): void {
    this.unsent = this.unsent.filter((one) => one.id !== id);
    this.changed();
  }

  typed(conversation: string): void {
    this.teller.typed(conversation);
  }

  /** What the operator has before their eyes is no longer unread. */
  look(): void {
    const conversation = this.conversations.get(this.opened);
    if (conversation && !document.hidden) this.seen.set(this.opened, conversation.seq);
    const serving = conversation?.state === "operator" && conversation.operator === this.me?.login;
    const heard = this.entries.get(this.opened)?.findLast((entry) => entry.kind === "said" && entry.from === "customer")?.seq ?? 0;
    if (serving && heard > 0) this.told.got(heard, !document.hidden);
  }

  unread(conversation: Conversation): number {
    return conversation.seq > (this.seen.get(conversation.conversation) ?? 0) ? conversation.unanswered : 0;
  }

  /** Which colleagues have this conversation open as well. */
  viewers(conversation: string): string[] {
    const looking = this.looking.get(conversation);
    return looking && looking.until > Date.now() ? looking.operators.filter((login) => login !== this.me?.login) : [];
  }

  nameOf(login: string): string {
    return this.operators.find((one) => one.login === login)?.name || login;
  }

  private connect(): void {
    const socket: Socket<OperatorServerFrame, Outgoing> = new Socket(socketUrl(base, "ws/operator"), {
      opened: () => undefined,
      frame: (frame) => socket === this.socket && this.take(frame),
      closed: () => socket === this.socket && this.closed(),
    });
    this.socket = socket;
  }

  private closed(): void {
    if (this.online) this.offlineSince = Date.now();
    this.online = false;
    this.typing.clear();
    this.commands.disconnected();
    this.changed();
    if (!this.stopped) this.later(this.backoff.next());
  }

  private later(ms: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.comeBack(), ms);
  }

  /** A browser does not tell why a handshake was refused, so ask whether we are still logged in. */
  private async comeBack(): Promise<void> {
    try {
      if (!(await whoAmI())) {
        this.stop();
        return this.lost();
      }
      if (!this.stopped) this.connect();
    } catch {
      if (!this.stopped) this.later(this.backoff.next());
    }
  }

  private take(frame: OperatorServerFrame): void {
    switch (frame.type) {
      case "desk":
        this.replaceAll(frame);
        break;
      case "conversation":
        this.replace(frame);
        break;
      case "operators":
        this.operators = frame.operators;
        break;
      case "entry":
        this.add(frame.conversation, frame);
        break;
      case "typing":
        this.typing.heard(frame.conversation, frame.on);
        break;
      case "receipts":
        if (frame.by === "customer") this.receipts.set(frame.conversation, further(this.receipts.get(frame.conversation), frame));
        break;
      case "delivery":
        this.deliveries.set(frame.conversation, new Map(this.deliveries.get(frame.conversation)).set(frame.message, frame));
        break;
      case "viewers":
        this.looking.set(frame.conversation, { operators: frame.operators, until: Date.now() + VIEWERS_MS });
        break;
      case "notice":
        if (!this.shown.has(frame.id)) {
          this.shown.add(frame.id);
          this.notices = [...this.notices, frame];
        }
        break;
      case "why":
        this.reasons.set(frame.id, frame.reasons);
        this.commands.acknowledged(frame.id, 0);
        break;
      case "ack":
        this.commands.acknowledged(frame.id, frame.seq);
        if (frame.conversation) this.open(frame.conversation);
        break;
      case "error":
        if (frame.id) this.commands.refused(frame.id, frame.code, frame.message);
        else console.warn("Hotdesk:", frame.code, frame.message);
        break;
      case "bye":
        this.backoff.reset();
        this.socket?.close();
        this.later(frame.retry_after_ms * (1 + Math.random()));
        break;
      case "ping":
      case "pong":
        break;
    }
    this.changed();
  }

  private replaceAll(frame: OperatorServerFrame & { type: "desk" }): void {
    this.socket?.beatEvery(frame.heartbeat);
    this.backoff.reset();
    this.online = true;
    this.me = frame.me;
    this.operators = frame.operators;
    this.intents = frame.intents;
    const open = this.conversations.get(this.opened);
    this.conversations.clear();
    for (const one of frame.conversations) {
      this.conversations.set(one.conversation, one);
      const seen = this.seen.get(one.conversation) ?? 0;
      this.seen.set(one.conversation, Math.min(seen, one.seq));
    }
    // It may have been closed meanwhile; its last words stay on the screen.
    if (open && !this.conversations.has(this.opened)) this.conversations.set(this.opened, { ...open, state: "closed" });
    this.told.anew();
    this.look();
    this.commands.connected();
    if (this.opened) this.fetchEntries();
  }

  private replace(conversation: Conversation): void {
    const name = conversation.conversation;
    if (conversation.state === "closed" && name !== this.opened) this.conversations.delete(name);
    else this.conversations.set(name, conversation);
    this.look();
  }

  private fetchEntries(): void {
    const conversation = this.opened;
    const last = this.entries.get(conversation)?.at(-1)?.seq ?? 0;
    // A few entries again, in case some overtook each other before the socket broke.
    this.commands
      .send({ type: "open", conversation, after: Math.max(0, last - 16) })
      .then((seq) => {
        if (seq < last) this.restored(conversation);
      })
      .catch(() => undefined);
  }

  /** The server's log ends before ours: it was restored from a back-up and its seqs are used again. */
  private restored(conversation: string): void {
    this.entries.delete(conversation);
    this.receipts.delete(conversation);
    this.deliveries.delete(conversation);
    if (conversation === this.opened) this.fetchEntries();
    this.changed();
  }

  private add(conversation: string, entry: Entry): void {
    const entries = this.entries.get(conversation) ?? [];
    insert(entries, entry);
    this.entries.set(conversation, entries);
    if (entry.kind === "said") {
      if (conversation === this.opened) this.look();
      if (entry.from === "customer") this.typing.heard(conversation, false);
      else if (entry.id && this.unsent.some((one) => one.id === entry.id)) this.commands.acknowledged(entry.id, entry.seq);
    }
    this.changed();
  }
}
