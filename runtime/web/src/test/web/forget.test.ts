import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { concerns, memory } from "../../main/web/widget/store.ts";
import { Forgotten, Tokens } from "../../main/web/widget/token.ts";
import { FakeSocket, said, SERVER, settle, shelf, TokenDesk, welcome } from "./fakes.ts";

let desk: TokenDesk;
let storage: Storage;
let tabs: Conversation[];

beforeEach(() => {
  FakeSocket.install();
  desk = new TokenDesk();
  storage = memory();
  tabs = [];
});

// An idle conversation has no timers, which would keep the test from ending.
afterEach(() => tabs.forEach((tab) => tab.forget()));

function tab(): Conversation {
  const conversation = new Conversation(SERVER, shelf(storage), "en");
  tabs.push(conversation);
  return conversation;
}

async function online(conversation: Conversation): Promise<FakeSocket> {
  conversation.connect();
  await settle();
  return FakeSocket.last.open().says(welcome(2), said(2));
}

test("a customer who signs out in one tab is forgotten in the other", async () => {
  const here = tab();
  const there = tab();
  await online(here);
  const socket = await online(there);
  assert.equal(there.log.items.length, 1);
  there.say("still under way");
  here.forget();
  there.tokenChanged();
  assert.equal(socket.closed, true);
  assert.equal(there.connection, "idle");
  assert.equal(there.name, "");
  assert.deepEqual(there.log.items, []);
  assert.deepEqual(there.outbox.all(), []);
  assert.deepEqual(tab().outbox.all(), []);
});

test("a tab that is told late still forgets, although there is a new conversation by then", async () => {
  const here = tab();
  const there = tab();
  await online(here);
  await online(there);
  there.say("of the former customer");
  here.forget();
  await online(here);
  here.say("of the next customer");
  let left = 0;
  there.onLeft = () => left++;
  there.tokenChanged();
  there.tokenChanged();
  assert.equal(left, 1);
  assert.deepEqual(there.outbox.all(), []);
  assert.equal(here.outbox.all().length, 1);
  there.connect();
  await settle();
  assert.equal(there.name, here.name);
  assert.equal(desk.asked.length, 2);
});

test("a tab that was never told forgets when it connects", async () => {
  const here = tab();
  const there = tab();
  there.identify("jwt-of-former");
  here.forget();
  const socket = await online(there);
  assert.deepEqual(socket.heard("identify"), []);
});

test("who is vouched for in a tab that has not connected yet is dropped too", async () => {
  const here = tab();
  const there = tab();
  there.identify("jwt-of-former");
  here.forget();
  there.tokenChanged();
  const socket = await online(there);
  assert.deepEqual(socket.heard("identify"), []);
});

test("a storage that was cleared is a sign-out", async () => {
  const there = tab();
  await online(there);
  storage.clear();
  assert.equal(concerns({ key: null }, SERVER, Tokens.keys), true);
  there.tokenChanged();
  assert.equal(there.connection, "idle");
  assert.deepEqual(there.log.items, []);
});

test("another tab's first or renewed token disturbs nobody", async () => {
  const there = tab();
  there.identify("jwt");
  await new Tokens(SERVER, shelf(storage)).obtain();
  there.tokenChanged();
  const socket = await online(there);
  assert.deepEqual(socket.heard("identify").length, 1);
  await new Tokens(SERVER, shelf(storage)).obtain(new Tokens(SERVER, shelf(storage)).stored()!.token);
  there.tokenChanged();
  assert.equal(socket.closed, false);
});

test("a token that comes after the sign-out is neither kept nor used", async () => {
  const open = desk.hold();
  const here = tab();
  here.connect();
  await settle();
  here.forget();
  open();
  await settle();
  assert.equal(new Tokens(SERVER, shelf(storage)).stored(), undefined);
  assert.equal(FakeSocket.all.length, 0);
});

test("nor if the sign-out was in another tab", async () => {
  const open = desk.hold();
  const tokens = new Tokens(SERVER, shelf(storage));
  const obtained = tokens.obtain();
  await settle();
  new Tokens(SERVER, shelf(storage)).forget();
  open();
  await assert.rejects(obtained, Forgotten);
  assert.equal(tokens.stored(), undefined);
});
