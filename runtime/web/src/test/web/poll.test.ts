import assert from "node:assert/strict";
import { test } from "node:test";
import { pollLink } from "../../main/web/widget/link.ts";
import { SERVER, settle } from "./fakes.ts";

test("a poll that nobody answers ends, so that the widget looks for another way", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = async (_address, init) =>
    init?.method === "POST" ? Response.json({ type: "ok" }) : new Promise<Response>(() => undefined);
  const ends: number[] = [];
  let ups = 0;
  const greeting = { token: "t", after: 0, last: 0, lang: "en", sku: "" };
  pollLink(SERVER, greeting, {
    up: () => ups++,
    frame: () => undefined,
    restored: () => undefined,
    down: (code) => ends.push(code),
  });
  await settle();
  assert.equal(ups, 1);
  context.mock.timers.tick(30_000);
  assert.deepEqual(ends, []);
  context.mock.timers.tick(20_000);
  assert.deepEqual(ends, [1006]);
});
