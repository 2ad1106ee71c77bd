import assert from "node:assert/strict";
import { test } from "node:test";
import type { Conversation, Me } from "../../main/web/shared/protocol.ts";
import { lists, rights, type Rights } from "../../main/web/workspace/rights.ts";

const amy: Me = { login: "amy", name: "Amy", roles: ["operator"] };
const sue: Me = { login: "sue", name: "Sue", roles: ["supervisor"] };

function conversation(some: Partial<Conversation>): Conversation {
  return {
    conversation: "web.1", channel: "web", state: "bot", reason: "", operator: "", to: "",
    begun: "2026-11-23T08:00:00Z", changed: "2026-11-23T08:00:00Z", waiting_since: "", seq: 1,
    customer: "", sku: "", last: "", unanswered: 0, intent: "", confidence: 0, ...some,
  };
}

function may(some: Partial<Conversation>, me: Me): (keyof Rights)[] {
  const all = rights(conversation(some), me);
  return (Object.keys(all) as (keyof Rights)[]).filter((name) => all[name]);
}

test("anybody takes a customer who waits or is with the bot", () => {
  assert.deepEqual(may({ state: "waiting" }, amy), ["take"]);
  assert.deepEqual(may({ state: "bot" }, amy), ["take"]);
});

test("who serves may say, pass on, give back and close", () => {
  assert.deepEqual(may({ state: "operator", operator: "amy" }, amy), ["say", "transfer", "release", "close", "wrapUp", "snooze"]);
});

test("a colleague's customer is left alone, except by a supervisor", () => {
  assert.deepEqual(may({ state: "operator", operator: "ben" }, amy), []);
  assert.deepEqual(may({ state: "operator", operator: "ben" }, sue), ["take", "overrule"]);
});

test("an offer is accepted or declined by one side and recalled by the other", () => {
  assert.deepEqual(may({ state: "transferring", operator: "ben", to: "amy" }, amy), ["take", "accept", "decline"]);
  assert.deepEqual(may({ state: "transferring", operator: "amy", to: "ben" }, amy), ["recall", "close"]);
});

test("nothing may be done with a closed conversation", () => {
  assert.deepEqual(may({ state: "closed", operator: "amy" }, amy), []);
});

test("each conversation is in one list, the longest waiting first", () => {
  const all = lists(
    [
      conversation({ conversation: "b", state: "waiting", waiting_since: "2026-11-23T08:02:00.500Z" }),
      conversation({ conversation: "a", state: "waiting", waiting_since: "2026-11-23T08:02:00Z" }),
      conversation({ conversation: "m", state: "operator", operator: "amy" }),
      conversation({ conversation: "t", state: "transferring", operator: "ben", to: "amy" }),
      conversation({ conversation: "o", state: "operator", operator: "ben" }),
      conversation({ conversation: "x", state: "bot" }),
      conversation({ conversation: "z", state: "closed" }),
    ],
    amy,
  );
  const names = Object.fromEntries(Object.entries(all).map(([list, ones]) => [list, ones.map((one) => one.conversation)]));
  assert.deepEqual(names, { offered: ["t"], waiting: ["a", "b"], mine: ["m"], snoozed: [], bot: ["x"], offline: [], others: ["o"] });
});

test("what is offered to a group may be accepted by anybody but who offers", () => {
  const one = conversation({ state: "transferring", operator: "ben", target: "group:returns" });
  assert.equal(rights(one, amy).accept, true);
  assert.equal(rights(one, amy).decline, false);
  assert.equal(rights({ ...one, operator: "amy" }, amy).accept, false);
  assert.equal(lists([one], amy).offered.length, 1);
});

test("what is put aside, wrapped up or left for opening time can be taken up again", () => {
  const aside = conversation({ state: "snoozed", operator: "amy" });
  assert.deepEqual([rights(aside, amy).wake, rights(aside, amy).close, rights(aside, amy).say], [true, true, false]);
  assert.deepEqual([rights({ ...aside, operator: "ben" }, amy).take, rights({ ...aside, operator: "ben" }, amy).wake], [true, false]);
  const wrapping = conversation({ state: "wrap_up", operator: "amy" });
  assert.deepEqual([rights(wrapping, amy).finish, rights(wrapping, amy).take], [true, true]);
  const offline = conversation({ state: "offline" });
  assert.equal(rights(offline, amy).take, true);
  const all = lists([aside, wrapping, offline], amy);
  assert.deepEqual([all.snoozed, all.mine, all.offline], [[aside], [wrapping], [offline]]);
});
