import assert from "node:assert/strict";
import { test } from "node:test";
import type { MessageFrame } from "../../main/web/shared/protocol.ts";
import { Log } from "../../main/web/widget/log.ts";

function said(seq: number, id = ""): MessageFrame {
  return { type: "message", seq, at: "2026-11-23T08:00:00Z", from: "customer", name: "", text: `text ${seq}`, id };
}

test("sorts by seq whatever the order of arrival", () => {
  const log = new Log();
  for (const seq of [5, 2, 9, 3]) log.add(said(seq));
  assert.deepEqual(log.items.map((item) => item.seq), [2, 3, 5, 9]);
});

test("shows each seq once", () => {
  const log = new Log();
  assert.equal(log.add(said(2)), true);
  assert.equal(log.add(said(4)), true);
  assert.equal(log.add(said(2)), false);
  assert.equal(log.items.length, 2);
});

test("knows the customer's own messages by their id", () => {
  const log = new Log();
  log.add(said(2, "c-1"));
  assert.equal(log.has("c-1"), true);
  assert.equal(log.has("c-2"), false);
});

test("looks back a little when it resumes", () => {
  const log = new Log();
  assert.equal(log.resumeAfter, 0);
  log.add(said(100));
  assert.equal(log.resumeAfter, 84);
});

test("lays late messages out where they belong, and others by seq", () => {
  const log = new Log();
  const late = (seq: number, before: number, sent: string): MessageFrame => ({ ...said(seq), late: true, before, sent });
  for (const item of [said(3), said(5), late(6, 5, "2026-11-23T07:59:30Z"), late(7, 5, "2026-11-23T07:59:20Z"), said(8)]) log.add(item);
  assert.deepEqual(log.items.map((item) => item.seq), [3, 7, 6, 5, 8]);
  assert.equal(log.last, 8);
});

test("knows what was taken back, whichever comes first", () => {
  const log = new Log();
  log.add({ type: "recalled", seq: 9, at: "", message: 4 });
  log.add(said(4));
  log.add({ ...said(5), recalled: true });
  assert.deepEqual([3, 4, 5].map((seq) => log.tookBack(seq)), [false, true, true]);
});
