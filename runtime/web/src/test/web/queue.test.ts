import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { CustomerServerFrame } from "../../main/web/shared/protocol.ts";
import { minutes } from "../../main/web/shared/time.ts";
import { Conversation } from "../../main/web/widget/conversation.ts";
import { FakeSocket, SERVER, settle, shelf, TokenDesk, welcome } from "./fakes.ts";

beforeEach(() => FakeSocket.install());

async function connected(): Promise<{ conversation: Conversation; socket: FakeSocket }> {
  new TokenDesk();
  const conversation = new Conversation(SERVER, shelf(), "en", "武汉");
  conversation.connect();
  await settle();
  const socket = FakeSocket.last.open();
  socket.says(welcome(0));
  return { conversation, socket };
}

const state = (seq: number, name: string) => ({ type: "state", seq, at: "", state: name, name: "", reason: "" }) as CustomerServerFrame;
const answer = (seq: number) => ({ type: "message", seq, at: "", from: "operator", name: "Amy", text: "hi" }) as CustomerServerFrame;

test("a place in the queue is void once nobody waits", async () => {
  const { conversation, socket } = await connected();
  socket.says(state(1, "waiting"), { type: "queue", position: 3, wait: { least: 60, most: 170 } });
  assert.equal(conversation.queue?.position, 3);
  socket.says(state(2, "operator"));
  assert.equal(conversation.queue, undefined);
  conversation.forget();
});

test("says to which store the customer came", async () => {
  const { conversation, socket } = await connected();
  assert.equal(socket.heard("hello")[0]!["store"], "武汉");
  conversation.forget();
});

test("tells once what came, and that it was seen when it was", async () => {
  const { conversation, socket } = await connected();
  socket.says(answer(3));
  conversation.look(false);
  conversation.look(false);
  assert.deepEqual(socket.heard("received").map((frame) => frame["seq"]), [3]);
  assert.deepEqual(socket.heard("read"), []);
  conversation.forget();
});

test("keeps the greatest of what it hears of the other side", async () => {
  const { conversation, socket } = await connected();
  socket.says({ type: "receipts", delivered: 5, read: 4 }, { type: "receipts", delivered: 4, read: 2 });
  assert.deepEqual(conversation.receipts, { delivered: 5, read: 4 });
  conversation.forget();
});

test("a range of seconds is said in whole minutes and never too short", () => {
  assert.deepEqual(minutes(60, 170), [1, 3]);
  assert.deepEqual(minutes(10, 40), [0, 1]);
  assert.deepEqual(minutes(0, 0), [0, 1]);
});
