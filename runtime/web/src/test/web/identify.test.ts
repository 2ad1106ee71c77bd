import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { memory } from "../../main/web/widget/store.ts";
import { FakeSocket, said, SERVER, settle, shelf, TokenDesk, welcome } from "./fakes.ts";

const OTHER = { type: "error", code: "identify_other", message: "The conversation is another customer's." };

let desk: TokenDesk;

beforeEach(() => {
  FakeSocket.install();
  desk = new TokenDesk();
});

async function online(conversation: Conversation): Promise<FakeSocket> {
  conversation.connect();
  await settle();
  return FakeSocket.last.open().says(welcome(2), said(2));
}

test("another customer than the conversation's begins one of their own", async () => {
  const conversation = new Conversation(SERVER, shelf(), "en");
  const former = await online(conversation);
  conversation.say("of the former customer");
  conversation.identify("jwt-2");
  former.says(OTHER);
  assert.deepEqual(conversation.log.items, []);
  assert.deepEqual(conversation.outbox.all(), []);
  assert.equal(former.closed, true);
  await settle();
  assert.deepEqual(desk.asked, ["", ""]);
  assert.equal(conversation.name, "web.2");
  const socket = FakeSocket.last.open().says({ ...welcome(), conversation: "web.2" });
  assert.equal(socket.heard("hello")[0]!["after"], 0);
  assert.deepEqual(socket.heard("identify").map((frame) => frame["jwt"]), ["jwt-2"]);
  assert.deepEqual(socket.heard("say"), []);
  socket.says({ type: "identified", customer: "C-2" });
  conversation.forget();
});

test("the other tabs go to the new conversation too", async () => {
  const storage = memory();
  const here = new Conversation(SERVER, shelf(storage), "en");
  const there = new Conversation(SERVER, shelf(storage), "en");
  there.onLeft = () => there.connect();
  await online(here);
  here.identify("jwt-2");
  const socket = FakeSocket.last;
  await online(there);
  socket.says(OTHER);
  there.tokenChanged();
  await settle();
  assert.equal(here.name, "web.2");
  assert.equal(there.name, "web.2");
  assert.deepEqual(there.log.items, []);
  there.onLeft = () => undefined;
  here.forget();
  there.forget();
});

test("a server that says so of a new conversation is not asked for ever", async () => {
  const warn = console.warn;
  console.warn = () => undefined;
  const conversation = new Conversation(SERVER, shelf(), "en");
  conversation.identify("jwt-2");
  (await online(conversation)).says(OTHER);
  (await online(conversation)).says(OTHER);
  await settle();
  assert.deepEqual(desk.asked, ["", ""]);
  assert.equal(conversation.connection, "online");
  conversation.forget();
  console.warn = warn;
});

test("an answer to an earlier JWT leaves the later one to be said", async () => {
  const conversation = new Conversation(SERVER, shelf(), "en");
  const socket = await online(conversation);
  conversation.identify("jwt-1");
  conversation.identify("jwt-2");
  socket.says({ type: "identified", customer: "C-1" }, OTHER);
  await settle();
  assert.deepEqual(FakeSocket.last.open().says(welcome()).heard("identify").map((frame) => frame["jwt"]), ["jwt-2"]);
  conversation.forget();
});

test("a refused JWT is not said again", async () => {
  const warn = console.warn;
  console.warn = () => undefined;
  const conversation = new Conversation(SERVER, shelf(), "en");
  const socket = await online(conversation);
  conversation.identify("jwt-1");
  socket.says({ type: "error", code: "identify", message: "expired" });
  conversation.language("zh");
  await settle();
  assert.deepEqual(FakeSocket.last.open().says(welcome(2)).heard("identify"), []);
  conversation.forget();
  console.warn = warn;
});
