import type { Entry, Said } from "../shared/protocol.ts";

/** What whoever takes over from a bot should know before they speak. */
export interface HandOver {
  /** Why the bot gave up, as a code. */
  reason: string;
  /** What the customer said to the bot, the latest. */
  asked: string[];
  intent: string;
  confidence: number;
  slots: [string, string][];
  /** What agents answered, the latest. */
  answered: { agent: string; text: string }[];
  /** Which agents were at it, and did not come to an answer. */
  tried: string[];
  /** What the bot itself noted for whoever takes over. */
  note: string;
}

const MOST = 3;

/** Undefined unless a bot has handed over in this session. */
export function handOver(entries: readonly Entry[]): HandOver | undefined {
  const end = entries.findLastIndex((entry) => entry.kind === "moved" && entry.state === "waiting" && !entry.by && withBot(entries, entry.seq));
  const moved = entries[end];
  if (moved?.kind !== "moved") return undefined;
  if (entries.slice(end + 1).some((entry) => entry.kind === "moved" && (entry.state === "bot" || entry.reason === "reopened"))) return undefined;
  const begin = entries.slice(0, end).findLastIndex((entry) => entry.kind === "moved");
  const part = entries.slice(begin + 1, end);
  const said = part.filter((entry): entry is Said => entry.kind === "said" && !entry.recalled && entry.text.trim() !== "");
  const understood = part.filter((entry) => entry.kind === "understood");
  const agents = said.filter((entry) => entry.from === "agent");
  const named = understood.findLast((entry) => entry.intent);
  const speakers = new Set(agents.map((entry) => entry.name));
  return {
    reason: moved.reason,
    asked: said.filter((entry) => entry.from === "customer").slice(-MOST).map((entry) => entry.text),
    intent: named?.intent ?? "",
    confidence: named?.confidence ?? 0,
    slots: [...new Map(understood.flatMap((entry) => Object.entries(entry.slots ?? {})))],
    answered: agents.slice(-MOST).map((entry) => ({ agent: entry.name, text: entry.text })),
    tried: [...new Set(understood.map((entry) => entry.agent))].filter((agent) => agent && !speakers.has(agent.split("@")[0]!)),
    note: moved.note ?? "",
  };
}

/** Whether the bot served before this place: nobody has moved the session anywhere else. */
function withBot(entries: readonly Entry[], seq: number): boolean {
  const before = entries.findLast((entry) => entry.kind === "moved" && entry.seq < seq);
  return before === undefined || (before.kind === "moved" && before.state === "bot");
}
