/** The frames of docs/protocol.md, as types. */
import type { Language } from "./language.ts";

export type ServingState = "bot" | "waiting" | "operator" | "transferring" | "wrap_up" | "offline" | "survey" | "snoozed" | "closed";
export type Author = "customer" | "agent" | "operator";

// --- customer ---------------------------------------------------------------------------------

export interface Token {
  token: string;
  conversation: string;
  expires: string;
}

/** A file of a message; `width` and `height` are 0 if it is no image. */
export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  width: number;
  height: number;
}

/** Where a message belongs, and what else is known of it (docs/protocol.md, 1.4). */
export interface Stamped {
  /** The channel's own time. */
  sent?: string;
  late?: boolean;
  /** The seq of the message before which a late one belongs. */
  before?: number;
  recalled?: boolean;
  attachments?: Attachment[];
}

export interface MessageFrame extends Stamped {
  type: "message";
  seq: number;
  at: string;
  from: Author;
  name: string;
  text: string;
  id?: string;
}

export interface RecalledFrame {
  type: "recalled";
  seq: number;
  at: string;
  message: number;
}

/** How many seconds it will probably take. */
export interface Wait {
  least: number;
  most: number;
}

export interface QueueFrame {
  type: "queue";
  position: number;
  wait?: Wait;
}

/** How far a side has got; both only grow. */
export interface Receipts {
  delivered: number;
  read: number;
}

export interface StateFrame {
  type: "state";
  seq: number;
  at: string;
  state: ServingState;
  name: string;
  reason: string;
}

export interface AckFrame {
  type: "ack";
  id: string;
  seq: number;
  duplicate?: boolean;
  /** Whom `next` has given. */
  conversation?: string;
}

export interface ErrorFrame {
  type: "error";
  code: string;
  message: string;
  id?: string;
}

export type CustomerServerFrame =
  | { type: "welcome"; conversation: string; seq: number; state: ServingState; heartbeat: number }
  | MessageFrame
  | StateFrame
  | RecalledFrame
  | QueueFrame
  | ({ type: "receipts" } & Receipts)
  | AckFrame
  | ErrorFrame
  | { type: "identified"; customer: string }
  | { type: "typing"; on: boolean }
  | { type: "ping" }
  | { type: "pong" }
  | { type: "ok" }
  | { type: "bye"; retry_after_ms: number };

export type CustomerClientFrame =
  | { type: "hello"; token: string; after: number; lang: string; store?: string }
  | { type: "say"; id: string; text: string; attachments?: string[] }
  | { type: "leave"; id: string; text: string; contact: string }
  | { type: "rate"; id: string; score: number; comment: string }
  | { type: "received"; seq: number }
  | { type: "read"; seq: number }
  | { type: "page"; sku: string }
  | { type: "identify"; jwt: string }
  | { type: "typing"; on: boolean }
  | { type: "ping" }
  | { type: "pong" };

export interface Polled {
  frames: CustomerServerFrame[];
  seq: number;
  state: ServingState;
  delivered?: number;
  read?: number;
}

export const MOST_CHARACTERS = 4000;

// --- operator ---------------------------------------------------------------------------------

export interface Me {
  login: string;
  name: string;
  roles: string[];
}

export interface Operator {
  login: string;
  name: string;
  online: boolean;
  status: OperatorStatus;
  serving: number;
  capacity: number;
}

export type OperatorStatus = "online" | "busy" | "break" | "away";

/** Words of the server's in both languages. */
export type Both = Record<Language, string>;

/** One reason for where a conversation is. */
export interface Reason {
  code: string;
  rule: Both;
  fact: Both;
  effect: Both;
}

export interface Conversation {
  conversation: string;
  channel: string;
  state: ServingState;
  reason: string;
  operator: string;
  to: string;
  begun: string;
  changed: string;
  waiting_since: string;
  seq: number;
  customer: string;
  sku: string;
  last: string;
  unanswered: number;
  intent: string;
  confidence: number;
  store?: string;
  tier?: string;
  language?: string;
  group?: string;
  lane?: string;
  position?: number;
  wait?: Wait;
  note?: string;
  /** For whom it waits or to whom it is offered: `anyone`, `group:NAME`, `store:NAME`, `operator:LOGIN`. */
  target?: string;
  overdue?: string[];
  /** When a snoozed one comes back. */
  until?: string;
  flags?: { by: string; reason: Both }[];
}

interface Logged {
  seq: number;
  at: string;
}

export type Said = Logged & Stamped & { kind: "said"; from: Author; name: string; text: string; id: string };
export type Recalled = Logged & { kind: "recalled"; message: number; by: string };
export type Described = Logged & { kind: "described"; store: string; tier: string };
export type Moved = Logged & {
  kind: "moved";
  state: ServingState;
  reason: string;
  by: string;
  note?: string;
  operator: string;
  to: string;
  target?: string;
};
export type Left = Logged & { kind: "left"; text: string; contact: string; id: string };
export type Rated = Logged & { kind: "rated"; score: number; comment: string };
export type Overdue = Logged & { kind: "overdue"; timer: string };
export type Understood = Logged & {
  kind: "understood";
  question: number;
  intent: string;
  confidence: number;
  slots: Record<string, string>;
  agent: string;
  millis: number;
};
export type Viewed = Logged & { kind: "viewed"; sku: string };
export type Identified = Logged & { kind: "identified"; customer: string };
export type Corrected = Logged & { kind: "corrected"; question: number; intent: string; by: string };
/** A supervisor's words to many. */
export type Noticed = Logged & { kind: "noticed"; id: string; text: string; by: string };
/** What a supervisor told the customers of a store, a channel and a state; empty for all. */
export type Notice = { id: string; text: string; by: string; at: string; store: string; channel: string; state: string };
export type Entry = Said | Noticed | Left | Rated | Overdue | Recalled | Described | Moved | Understood | Viewed | Identified | Corrected;

/** How far a message to a channel that is called has got. */
export interface Delivery {
  message: number;
  state: "queued" | "sending" | "accepted" | "delivered" | "read" | "failed" | "unknown";
  attempt: number;
  code: string;
  reason: string;
  retryable: boolean;
}

export type OperatorServerFrame =
  | {
      type: "desk";
      me: Me;
      operators: Operator[];
      conversations: Conversation[];
      intents: string[];
      heartbeat: number;
    }
  | ({ type: "conversation" } & Conversation)
  | { type: "operators"; operators: Operator[] }
  | ({ type: "entry"; conversation: string } & Entry)
  | { type: "typing"; conversation: string; on: boolean }
  | ({ type: "receipts"; conversation: string; by: "customer" | "operator" } & Receipts)
  | { type: "viewers"; conversation: string; operators: string[] }
  | ({ type: "notice" } & Notice)
  | ({ type: "delivery"; conversation: string } & Delivery)
  | { type: "why"; id: string; conversation: string; reasons: Reason[] }
  | AckFrame
  | ErrorFrame
  | { type: "ping" }
  | { type: "pong" }
  | { type: "bye"; retry_after_ms: number };

/** A client frame that is answered, without the id it gets when sent. */
export type Command =
  | { type: "open"; conversation: string; after: number }
  | { type: "leave"; conversation: string }
  | { type: "take"; conversation: string }
  | { type: "next" }
  | { type: "status"; status: OperatorStatus }
  | { type: "why"; conversation: string }
  | { type: "recall"; conversation: string; message: number }
  | { type: "retry"; conversation: string; message: number }
  | { type: "say"; conversation: string; text: string; attachments?: string[] }
  | { type: "transfer"; conversation: string; to: string; reason: string; note: string }
  | { type: "end_transfer"; conversation: string }
  | { type: "release"; conversation: string }
  | { type: "close" | "wrap_up" | "finish" | "wake"; conversation: string }
  | { type: "snooze"; conversation: string; until: string; note: string }
  | { type: "correct"; conversation: string; question: number; intent: string }
  | { type: "praise"; conversation: string; question: number; intent: string; kind: "praise" | "suggestion" };
