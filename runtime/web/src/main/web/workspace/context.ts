import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { fill, type Language } from "../shared/language.ts";
import type { Command, Conversation, Me, Operator } from "../shared/protocol.ts";
import { Refusal } from "./commands.ts";
import type { Desk } from "./desk.ts";
import type { Texts } from "./texts.ts";

/** What every part of the workspace needs. */
export interface Surroundings {
  desk: Desk;
  me: Me;
  t: Texts;
  language: Language;
  /** Sends a command and tells the operator if it is refused. */
  act: (command: Command) => void;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("Outside of the workspace");
  return surroundings;
}

export function refusalText(fault: unknown, t: Texts): string {
  const refusal = fault instanceof Refusal ? fault : new Refusal("internal_error", String(fault));
  return t.refusals[refusal.code] ?? fill(t.refusals["other"]!, { message: refusal.message || refusal.code });
}

/** How much a colleague has to do. */
export function load(one: Operator, t: Texts): string {
  return fill(t.transferLoad, { n: one.capacity ? `${one.serving}/${one.capacity}` : one.serving });
}

/** How we call a customer: as the shop does, or by the end of the conversation's name. */
export function customerName(conversation: Conversation, t: Texts): string {
  return conversation.customer || fill(t.anonymous, { id: conversation.conversation.slice(-5) });
}

/** To whom something is offered: an operator, a group, a store, or anyone. */
export function targetText(desk: Desk, t: Texts, target: string | undefined, to: string): string {
  const [kind, name] = (target ?? "").split(/:(.*)/s);
  if (kind === "group" || kind === "store") return fill(t.targets[kind], { name: name ?? "" });
  return kind === "anyone" ? t.targets.anyone : desk.nameOf(to || (name ?? ""));
}

export function stateText({ desk, t }: Surroundings, one: Conversation): string {
  const name = desk.nameOf(one.operator);
  return fill(t.state[one.state] ?? one.state, { name, from: name, to: targetText(desk, t, one.target, one.to) });
}
