import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Moved, Said, Understood } from "../../main/web/shared/protocol.ts";
import { handOver } from "../../main/web/workspace/handover.ts";

const AT = "2026-11-23T08:00:00Z";

function said(seq: number, from: Said["from"], text: string, name = ""): Entry {
  return { kind: "said", seq, at: AT, from, name, text, id: "" };
}

function understood(seq: number, intent: string, agent: string, slots: Record<string, string> = {}): Understood {
  return { kind: "understood", seq, at: AT, question: seq - 1, intent, confidence: 0.8, slots, agent, millis: 3 };
}

function moved(seq: number, state: Moved["state"], reason = "", more: Partial<Moved> = {}): Moved {
  return { kind: "moved", seq, at: AT, state, reason, by: "", operator: "", to: "", ...more };
}

const TALK: Entry[] = [
  said(1, "customer", "where is my order"),
  understood(2, "order.status", "agent-orders@1.0"),
  said(3, "agent", "Which order?", "agent-orders"),
  said(4, "customer", "88, and I want my money"),
  understood(5, "refund.status", "agent-returns@1.0", { order_number: "88" }),
  moved(6, "waiting", "agent_timed_out", { note: "It was slow." }),
];

test("tells what was asked, understood, answered and tried, and why a person is wanted", () => {
  assert.deepEqual(handOver([...TALK, moved(7, "operator", "", { operator: "amy" }), said(8, "operator", "Hello")]), {
    reason: "agent_timed_out",
    asked: ["where is my order", "88, and I want my money"],
    intent: "refund.status",
    confidence: 0.8,
    slots: [["order_number", "88"]],
    answered: [{ agent: "agent-orders", text: "Which order?" }],
    tried: ["agent-returns@1.0"],
    note: "It was slow.",
  });
});

test("stays through transfers, and goes when the bot serves again or another session begins", () => {
  const waitsAgain = moved(8, "waiting", "operator_left");
  assert.equal(handOver([...TALK, moved(7, "operator"), waitsAgain])?.reason, "agent_timed_out");
  assert.equal(handOver([...TALK, moved(7, "operator"), moved(8, "bot", "", { by: "amy" })]), undefined);
  assert.equal(handOver([...TALK, moved(7, "closed"), moved(8, "bot", "reopened"), said(9, "customer", "hi")]), undefined);
});

test("there is nothing to tell where no bot handed over", () => {
  assert.equal(handOver([said(1, "customer", "hi")]), undefined);
  assert.equal(handOver([said(1, "customer", "hi"), moved(2, "operator", "", { operator: "amy" })]), undefined);
});
