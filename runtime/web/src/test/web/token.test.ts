import assert from "node:assert/strict";
import { test } from "node:test";
import { renewAt, Tokens } from "../../main/web/widget/token.ts";
import { SERVER, settle, shelf, TokenDesk } from "./fakes.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("uses the stored token until an hour before its end, over page loads too", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-23T08:00:00Z") });
  const desk = new TokenDesk();
  const storage = shelf();
  const first = await new Tokens(SERVER, storage).obtain();
  context.mock.timers.tick(22.9 * HOUR);
  assert.equal((await new Tokens(SERVER, storage).obtain()).token, first.token);
  assert.deepEqual(desk.asked, [""]);
  context.mock.timers.tick(0.2 * HOUR);
  const renewed = await new Tokens(SERVER, storage).obtain();
  assert.deepEqual(desk.asked, ["", first.token]);
  assert.equal(renewed.conversation, first.conversation);
  await new Tokens(SERVER, storage).obtain();
  assert.equal(desk.asked.length, 2);
});

test("renews a short-lived token at half of its life", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-23T08:00:00Z") });
  const desk = new TokenDesk();
  desk.life = 10 * MINUTE;
  const tokens = new Tokens(SERVER, shelf());
  await tokens.obtain();
  context.mock.timers.tick(4.9 * MINUTE);
  await tokens.obtain();
  assert.equal(desk.asked.length, 1);
  context.mock.timers.tick(0.2 * MINUTE);
  await tokens.obtain();
  assert.equal(desk.asked.length, 2);
});

test("renews at once a token that the server refused", async () => {
  const desk = new TokenDesk();
  const tokens = new Tokens(SERVER, shelf());
  const { token } = await tokens.obtain();
  await tokens.obtain(token);
  assert.deepEqual(desk.asked, ["", token]);
});

test("does not ask again and again where the clock is days ahead", () => {
  const since = Date.parse("2026-11-30T08:00:00Z");
  const token = { token: "t", conversation: "web.1", expires: "2026-11-24T08:00:00Z", since };
  assert.equal(renewAt(token), since + HOUR);
});

test("takes a token that an earlier widget has stored", () => {
  const token = { token: "t", conversation: "web.1", expires: "2026-11-24T08:00:00Z" };
  assert.equal(renewAt(token), Date.parse("2026-11-24T07:00:00Z"));
});

test("gives up a request that nobody answers, so that another can be made", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = (_address, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
  const waiting = new Tokens(SERVER, shelf()).obtain();
  await settle();
  context.mock.timers.tick(20_000);
  await assert.rejects(waiting, /aborted/);
});
