import assert from "node:assert/strict";
import { test } from "node:test";
import { errorRate, remember, type History } from "../../main/web/admin/history.ts";
import type { Plugin } from "../../main/web/admin/model.ts";

function plugin(generation: number, calls: number, faults: number): Plugin {
  return { plugin: "agent-orders", generation, calls, faults, p95_ms: 3 } as Plugin;
}

test("the error rate is that of the calls that were seen", () => {
  let history: History = new Map();
  history = remember(history, [plugin(1, 100, 50)], 1);
  history = remember(history, [plugin(1, 110, 51)], 2);
  assert.equal(errorRate(history.get("agent-orders 1")!), 0.1);
});

test("without a call meanwhile it is that of all calls, and without any it is not known", () => {
  const history = remember(new Map(), [plugin(1, 10, 1), plugin(2, 0, 0)], 1);
  assert.equal(errorRate(history.get("agent-orders 1")!), 0.1);
  assert.equal(errorRate(history.get("agent-orders 2")!), undefined);
});

test("two minutes are remembered, each look once, and what is gone is forgotten", () => {
  let history: History = new Map();
  for (let i = 1; i <= 500; i++) history = remember(remember(history, [plugin(1, i, 0)], i), [plugin(1, i, 0)], i);
  assert.equal(history.get("agent-orders 1")!.length, 120);
  assert.equal(history.get("agent-orders 1")!.at(-1)!.calls, 500);
  assert.equal(remember(history, [], 501).size, 0);
});
