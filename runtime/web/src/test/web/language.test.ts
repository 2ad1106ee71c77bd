import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { pollLink } from "../../main/web/widget/link.ts";
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

test("says it with each request of the long poll", async () => {
  const languages: (string | null)[] = [];
  await new Promise<void>((done) => {
    globalThis.fetch = async (_address, init) => {
      languages.push(new Headers(init?.headers).get("Accept-Language"));
      return Response.json(init?.method === "POST" ? { type: "ok" } : { frames: [], seq: -1 });
    };
    const nothing = () => undefined;
    const greeting = { token: "t", after: 0, last: 0, lang: "zh", sku: "" };
    const link = pollLink(SERVER, greeting, { up: nothing, frame: nothing, down: nothing, restored: () => (link.close(), done()) });
  });
  assert.deepEqual(languages, ["zh", "zh"]);
});
