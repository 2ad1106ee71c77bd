import type { Entry } from "../shared/protocol.ts";

/** Words that an agent would answer with, and where they come from (docs/protocol.md, 5.3). */
export interface Suggestion {
  text: string;
  /** Empty if it comes from no agent, but from who looks things up in documents. */
  intent: string;
  confidence: number;
  agent: string;
  slots: Record<string, string>;
}

export interface Suggested {
  /** The seq of the message that is answered. */
  question: number;
  suggestions: Suggestion[];
}

/** The seq of the customer's latest words if nobody has said anything since; else 0. */
export function unanswered(entries: readonly Entry[]): number {
  const recalled = new Set(entries.flatMap((entry) => (entry.kind === "recalled" ? [entry.message] : [])));
  const last = entries.findLast((entry) => entry.kind === "said" && !entry.recalled && !recalled.has(entry.seq));
  return last?.kind === "said" && last.from === "customer" && last.text.trim() ? last.seq : 0;
}

/** What became of a suggestion that was put into the input: what is sent may have nothing to do with it any more. */
export function fate(suggestion: string, sent: string): "accepted" | "edited" | "dropped" {
  if (suggestion.trim() === sent.trim()) return "accepted";
  return likeness(suggestion, sent) >= STILL_IT ? "edited" : "dropped";
}

const STILL_IT = 0.5;

/** The share of the suggestion's pairs of letters that is still there. */
function likeness(suggestion: string, sent: string): number {
  const wanted = pairs(suggestion);
  const there = pairs(sent);
  let kept = 0;
  for (const pair of wanted) if (there.has(pair)) kept++;
  return wanted.size === 0 ? 0 : kept / wanted.size;
}

function pairs(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/\s+/g, " ").trim()];
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
}

/** What is in the input once a suggestion is put there: what was typed is not lost. */
export function inserted(draft: string, suggestion: string): string {
  return draft.trim() ? `${draft.trimEnd()}\n${suggestion}` : suggestion;
}

/** Who says so, what they take it for and how surely, and what it is about. */
export function source(one: Suggestion): string {
  const matter = one.intent ? [one.intent, `${Math.round(one.confidence * 100)} %`] : [];
  return [one.agent, ...matter, ...Object.entries(one.slots).map(([name, value]) => `${name} = ${value}`)].join(" · ");
}
