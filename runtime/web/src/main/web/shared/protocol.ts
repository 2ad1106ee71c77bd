/** The frames of docs/protocol.md, as types. */

export type ServingState = "bot" | "waiting" | "operator" | "transferring" | "closed";
export type Author = "customer" | "agent" | "operator";

// --- customer ---------------------------------------------------------------------------------

export interface Token {
  token: string;
  conversation: string;
  expires: string;
}

export interface MessageFrame {
  type: "message";
  seq: number;
  at: string;
  from: Author;
  name: string;
  text: string;
  id?: string;
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
  | AckFrame
  | ErrorFrame
  | { type: "identified"; customer: string }
  | { type: "typing"; on: boolean }
  | { type: "ping" }
  | { type: "pong" }
  | { type: "ok" }
  | { type: "bye"; retry_after_ms: number };

export type CustomerClientFrame =
  | { type: "hello"; token: string; after: number; lang: string }
  | { type: "say"; id: string; text: string }
  | { type: "page"; sku: string }
  | { type: "identify"; jwt: string }
  | { type: "typing"; on: boolean }
  | { type: "ping" }
  | { type: "pong" };

export interface Polled {
  frames: CustomerServerFrame[];
  seq: number;
  state: ServingState;
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
  serving: number;
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
}

interface Logged {
  seq: number;
  at: string;
}

export type Said = Logged & { kind: "said"; from: Author; name: string; text: string; id: string };
export type Moved = Logged & {
  kind: "moved";
  state: ServingState;
  reason: string;
  by: string;
  note?: string;
  operator: string;
  to: string;
};
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
export type Entry = Said | Moved | Understood | Viewed | Identified | Corrected;

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
  | { type: "say"; conversation: string; text: string }
  | { type: "transfer"; conversation: string; to: string; note: string }
  | { type: "end_transfer"; conversation: string }
  | { type: "release"; conversation: string }
  | { type: "close"; conversation: string }
  | { type: "correct"; conversation: string; question: number; intent: string };
