import assert from "node:assert/strict";
import { test } from "node:test";
import type { Delivery } from "../../main/web/shared/protocol.ts";
import { reached } from "../../main/web/workspace/reached.ts";

const NOWHERE = { delivered: 0, read: 0 };

function delivery(state: Delivery["state"], retryable = false): Delivery {
  return { message: 7, state, attempt: 1, code: "", reason: "", retryable };
}

test("what a channel says nothing of is sent, until the customer's own word", () => {
  assert.deepEqual(reached(7, NOWHERE, undefined), { word: "sent", again: false });
  assert.deepEqual(reached(7, { delivered: 7, read: 6 }, undefined), { word: "delivered", again: false });
  assert.deepEqual(reached(7, { delivered: 9, read: 7 }, undefined), { word: "read", again: false });
});

test("a channel tells each step", () => {
  const words = (["queued", "sending", "accepted", "delivered", "read", "failed", "unknown"] as const).map((state) => reached(7, NOWHERE, delivery(state)).word);
  assert.deepEqual(words, ["queued", "sending", "sent", "delivered", "read", "failed", "unknown"]);
});

test("only what may be sent again is offered to be", () => {
  assert.equal(reached(7, NOWHERE, delivery("failed", true)).again, true);
  assert.equal(reached(7, NOWHERE, delivery("failed", false)).again, false);
  assert.equal(reached(7, NOWHERE, delivery("unknown")).again, true);
  assert.equal(reached(7, NOWHERE, delivery("sending")).again, false);
});

test("what the customer has read is not sent again, whatever the channel believes", () => {
  assert.deepEqual(reached(7, { delivered: 7, read: 7 }, delivery("unknown")), { word: "read", again: false });
});
