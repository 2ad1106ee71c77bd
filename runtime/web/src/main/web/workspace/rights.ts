import type { Conversation, Me } from "../shared/protocol.ts";

/** What this operator may do with this conversation now; what is not legal is not offered. */
export interface Rights {
  say: boolean;
  take: boolean;
  /** Taking it means accepting an offer. */
  accept: boolean;
  decline: boolean;
  recall: boolean;
  transfer: boolean;
  release: boolean;
  close: boolean;
  /** Taking it means taking it from a colleague. */
  overrule: boolean;
}

export function rights(conversation: Conversation, me: Me): Rights {
  const { state, operator, to } = conversation;
  const mine = state === "operator" && operator === me.login;
  const offered = state === "transferring" && to === me.login;
  const offering = state === "transferring" && operator === me.login;
  const overrule =
    me.roles.includes("supervisor") && (state === "operator" || state === "transferring") && !mine && !offered && !offering;
  return {
    say: mine,
    take: state === "waiting" || state === "bot" || offered || overrule,
    accept: offered,
    decline: offered,
    recall: offering,
    transfer: mine,
    release: mine,
    close: mine || offering,
    overrule,
  };
}

export type Lists = Record<"offered" | "waiting" | "mine" | "bot" | "others", Conversation[]>;

/** The desk in five lists: each conversation in exactly one, the longest waiting first. */
export function lists(conversations: Iterable<Conversation>, me: Me): Lists {
  const all: Lists = { offered: [], waiting: [], mine: [], bot: [], others: [] };
  for (const one of conversations) {
    if (one.state === "waiting") all.waiting.push(one);
    else if (one.state === "bot") all.bot.push(one);
    else if (one.state === "transferring" && one.to === me.login) all.offered.push(one);
    else if (one.state !== "closed") (one.operator === me.login ? all.mine : all.others).push(one);
  }
  const by = (time: (one: Conversation) => string) => (a: Conversation, b: Conversation) =>
    (Date.parse(time(a)) || 0) - (Date.parse(time(b)) || 0) || a.conversation.localeCompare(b.conversation);
  all.waiting.sort(by((one) => one.waiting_since || one.changed));
  all.offered.sort(by((one) => one.changed));
  all.mine.sort(by((one) => one.begun));
  all.bot.sort(by((one) => one.changed)).reverse();
  all.others.sort(by((one) => one.changed)).reverse();
  return all;
}
