import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { FakeSocket, SERVER, settle, shelf, TokenDesk, welcome } from "./fakes.ts";

let desk: TokenDesk;

beforeEach(() => {
  FakeSocket.install();
  desk = new TokenDesk();
});

test("says its language with the hello", async () => {
  const conversation = new Conversation(SERVER, shelf(), "en");
  conversation.connect();
  await settle();
  assert.deepEqual(FakeSocket.last.open().heard("hello").map((hello) => hello["lang"]), ["en"]);
  conversation.forget();
});

test("a language chosen before, during or after the hello is the one that the server knows", async () => {
  const conversation = new Conversation(SERVER, shelf(), "en");
  conversation.connect();
  conversation.language("zh");
  await settle();
  assert.deepEqual(FakeSocket.last.open().heard("hello").map((hello) => hello["lang"]), ["zh"]);
  conversation.language("en");
  await settle();
  const socket = FakeSocket.last.open().says(welcome());
  assert.deepEqual(socket.heard("hello").map((hello) => hello["lang"]), ["en"]);
  conversation.language("zh");
  await settle();
  assert.deepEqual(FakeSocket.last.open().heard("hello").map((hello) => hello["lang"]), ["zh"]);
  assert.deepEqual(desk.asked, [""]);
  conversation.forget();
});
