import assert from "node:assert/strict";
import { test } from "node:test";
import { Backoff } from "../../main/web/shared/backoff.ts";

test("pauses grow from half a second to fifteen", () => {
  const longest = new Backoff(500, 15_000, () => 1);
  assert.deepEqual(Array.from({ length: 7 }, () => longest.next()), [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

test("no two clients come back together", () => {
  const shortest = new Backoff(500, 15_000, () => 0);
  assert.deepEqual(Array.from({ length: 4 }, () => shortest.next()), [500, 500, 1000, 2000]);
});

test("success makes the next pause short again", () => {
  const backoff = new Backoff(500, 15_000, () => 1);
  backoff.next();
  backoff.next();
  backoff.reset();
  assert.equal(backoff.next(), 500);
});
