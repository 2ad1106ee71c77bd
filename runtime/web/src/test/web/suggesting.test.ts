import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Said } from "../../main/web/shared/protocol.ts";
import { fate, inserted, source, unanswered } from "../../main/web/workspace/suggesting.ts";

function said(seq: number, from: Said["from"], text = "words"): Entry {
  return { kind: "said", seq, at: "2026-11-23T08:00:00Z", from, name: "", text, id: "" };
}

test("the customer's latest words want an answer until somebody gives one", () => {
  assert.equal(unanswered([]), 0);
  assert.equal(unanswered([said(1, "agent"), said(2, "customer"), said(3, "customer")]), 3);
  assert.equal(unanswered([said(2, "customer"), said(3, "operator")]), 0);
  assert.equal(unanswered([said(2, "customer", " ")]), 0);
});

test("what was taken back is no question and no answer", () => {
  const recalled = (seq: number, message: number): Entry => ({ kind: "recalled", seq, at: "", message, by: "" });
  assert.equal(unanswered([said(1, "customer"), said(2, "operator"), recalled(3, 2)]), 1);
  assert.equal(unanswered([said(1, "customer"), said(2, "customer"), recalled(3, 2)]), 1);
});

test("a suggestion is accepted as it is, edited as long as half of it is left, and else dropped", () => {
  assert.equal(fate("您的订单已发货。", " 您的订单已发货。 "), "accepted");
  assert.equal(fate("您的订单已发货。", "亲，您的订单已发货，请留意。"), "edited");
  assert.equal(fate("Your parcel left this morning.", "Your parcel left this morning, Anna!"), "edited");
  assert.equal(fate("Your parcel left this morning.", "Please tell me more"), "dropped");
  assert.equal(fate("", "hello"), "dropped");
});

test("what was typed is not lost when a suggestion comes in", () => {
  assert.equal(inserted(" ", "It left."), "It left.");
  assert.equal(inserted("Hello Anna, ", "It left."), "Hello Anna,\nIt left.");
});

test("each says where it comes from, and only agents say how sure they are", () => {
  const one = { text: "It left.", intent: "order.status", confidence: 0.846, agent: "agent-orders@1.0", slots: { order_number: "88" } };
  assert.equal(source(one), "agent-orders@1.0 · order.status · 85 % · order_number = 88");
  assert.equal(source({ ...one, intent: "", confidence: 0, agent: "agent-knowledge@1.0", slots: {} }), "agent-knowledge@1.0");
});
