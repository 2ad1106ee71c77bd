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
  /** Having done, to write notes first; having written them. */
  wrapUp: boolean;
  finish: boolean;
  snooze: boolean;
  wake: boolean;
  /** Taking it means taking it from a colleague. */
  overrule: boolean;
}

export function rights(conversation: Conversation, me: Me): Rights {
  const { state, operator, to } = conversation;
  const mine = state === "operator" && operator === me.login;
  const own = operator === me.login;
  const offering = state === "transferring" && own;
  const offered = state === "transferring" && !own && isForMe(conversation, me);
  const overrule =
    me.roles.includes("supervisor") && (state === "operator" || state === "transferring") && !mine && !offered && !offering;
  return {
    say: mine,
    take: state === "waiting" || state === "bot" || state === "offline" || state === "wrap_up" || (state === "snoozed" && !own) || offered || overrule,
    accept: offered,
    decline: offered && to === me.login,
    recall: offering,
    transfer: mine,
    release: mine,
    close: mine || offering || (state === "snoozed" && own),
    wrapUp: mine,
    finish: state === "wrap_up" && own,
    snooze: mine,
    wake: state === "snoozed" && own,
    overrule,
  };
}

/** An offer is to one operator, or to a group, a store or anyone, which many may take. */
function isForMe({ to, target }: Conversation, me: Me): boolean {
  return to === me.login || (to === "" && target !== undefined && !target.startsWith("operator:"));
}

export type Lists = Record<"offered" | "waiting" | "mine" | "snoozed" | "bot" | "offline" | "others", Conversation[]>;

/** The desk in lists: each conversation in exactly one, the longest waiting first. */
export function lists(conversations: Iterable<Conversation>, me: Me): Lists {
  const all: Lists = { offered: [], waiting: [], mine: [], snoozed: [], bot: [], offline: [], others: [] };
  for (const one of conversations) {
    if (one.state === "waiting") all.waiting.push(one);
    else if (one.state === "bot") all.bot.push(one);
    else if (one.state === "offline") all.offline.push(one);
    else if (one.state === "snoozed" && one.operator === me.login) all.snoozed.push(one);
    else if (one.state === "transferring" && one.operator !== me.login && isForMe(one, me)) all.offered.push(one);
    else if (one.state !== "closed") (one.operator === me.login ? all.mine : all.others).push(one);
  }
  const by = (time: (one: Conversation) => string) => (a: Conversation, b: Conversation) =>
    (Date.parse(time(a)) || 0) - (Date.parse(time(b)) || 0) || a.conversation.localeCompare(b.conversation);
  all.waiting.sort(by((one) => one.waiting_since || one.changed));
  all.offline.sort(by((one) => one.waiting_since || one.changed));
  all.snoozed.sort(by((one) => one.until ?? one.changed));
  all.offered.sort(by((one) => one.changed));
  all.mine.sort(by((one) => one.begun));
  all.bot.sort(by((one) => one.changed)).reverse();
  all.others.sort(by((one) => one.changed)).reverse();
  return all;
}
