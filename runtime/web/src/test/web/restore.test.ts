import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { CustomerServerFrame } from "../../main/web/shared/protocol.ts";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { pollLink } from "../../main/web/widget/link.ts";
import { FakeSocket, said, SERVER, settle, shelf, TokenDesk, welcome } from "./fakes.ts";

beforeEach(() => FakeSocket.install());

test("a server whose log ends before ours was restored: we ask for all of it anew", async () => {
  const desk = new TokenDesk();
  const conversation = new Conversation(SERVER, shelf(), "en");
  conversation.connect();
  await settle();
  FakeSocket.last.open().says(welcome(40), said(39), said(40, "lost"));
  conversation.language("zh");
  await settle();
  const before = FakeSocket.last.open();
  assert.deepEqual(before.heard("hello").map((hello) => [hello["after"], hello["lang"]]), [[24, "zh"]]);
  before.says(welcome(30), said(30, "not to be shown"));
  await settle();
  assert.equal(before.closed, true);
  assert.deepEqual(conversation.log.items, []);
  const after = FakeSocket.last.open();
  assert.equal(after.heard("hello")[0]!["after"], 0);
  after.says(welcome(30), said(30), said(40, "said after the restore"));
  assert.equal(conversation.connection, "online");
  assert.deepEqual(conversation.log.items.map((item) => item.type === "message" && item.text), ["text 30", "said after the restore"]);
  assert.equal(desk.asked.length, 1);
  conversation.forget();
});

test("a log that ends where ours does was not restored", async () => {
  new TokenDesk();
  const conversation = new Conversation(SERVER, shelf(), "en");
  conversation.connect();
  await settle();
  FakeSocket.last.open().says(welcome(40), said(40));
  conversation.language("zh");
  await settle();
  FakeSocket.last.open().says(welcome(40));
  assert.equal(conversation.log.items.length, 1);
  assert.equal(conversation.connection, "online");
  conversation.forget();
});

test("the long poll notices it by the seq of its answer", async () => {
  const polls: string[] = [];
  const answers = [{ frames: [said(31)], seq: 41 }, { frames: [], seq: 41 }, { frames: [said(3)], seq: 3 }];
  globalThis.fetch = async (address, init) => {
    if (init?.method === "POST") return Response.json({ type: "ok" });
    polls.push(new URL(String(address)).searchParams.get("after")!);
    return Response.json(answers.shift());
  };
  const heard: CustomerServerFrame[] = [];
  await new Promise<void>((restored) => {
    const link = pollLink(SERVER, { token: "t", after: 24, last: 40, lang: "en", sku: "" }, {
      up: () => undefined,
      frame: (frame) => void (frame.type === "message" && heard.push(frame)),
      restored: () => (link.close(), restored()),
      down: () => undefined,
    });
  });
  assert.deepEqual(polls, ["24", "41", "41"]);
  assert.deepEqual(heard.map((frame) => "seq" in frame && frame.seq), [31]);
});

test("the workspace reads an open conversation anew as well", async () => {
  Object.assign(globalThis, { document: { baseURI: "https://desk.example/workspace/", hidden: false } });
  const { Desk } = await import("../../main/web/workspace/desk.ts");
  const desk = new Desk(() => undefined, () => undefined);
  const one = { conversation: "web.1", state: "operator", seq: 40, unanswered: 1 };
  const whole = (seq: number) => ({ type: "desk", me: {}, operators: [], intents: [], heartbeat: 25, conversations: [{ ...one, seq }] });
  const entry = (seq: number, text: string) =>
    ({ type: "entry", conversation: "web.1", kind: "said", seq, at: "", from: "customer", name: "", text, id: "" });
  const texts = () => (desk.entries.get("web.1") ?? []).map((it) => it.kind === "said" && it.text);

  desk.start();
  FakeSocket.last.open().says(whole(40));
  desk.open("web.1");
  FakeSocket.last.says({ type: "ack", id: FakeSocket.last.heard("open")[0]!["id"], seq: 40 }, entry(40, "lost"));
  FakeSocket.last.onclose?.({ code: 1006 });
  desk.hurry();
  const socket = FakeSocket.last.open().says(whole(30));
  const again = socket.heard("open")[0]!;
  assert.equal(again["after"], 24);
  socket.says({ type: "ack", id: again["id"], seq: 30 });
  await settle();
  assert.deepEqual(texts(), []);
  assert.equal(socket.heard("open")[1]!["after"], 0);
  socket.says({ type: "ack", id: socket.heard("open")[1]!["id"], seq: 30 }, entry(30, "kept"), entry(40, "new"));
  assert.deepEqual(texts(), ["kept", "new"]);
  assert.equal(desk.unread({ ...one, seq: 31 } as never), 1);
  desk.stop();
});
