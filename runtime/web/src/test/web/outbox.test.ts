import assert from "node:assert/strict";
import { test } from "node:test";
import type { CustomerClientFrame } from "../../main/web/shared/protocol.ts";
import { Outbox } from "../../main/web/widget/outbox.ts";
import { Sender } from "../../main/web/widget/sender.ts";
import { shelf } from "./fakes.ts";

function line(outbox: Outbox, open = () => true) {
  const sent: string[] = [];
  const sender = new Sender(outbox, (frame: CustomerClientFrame) => {
    if (!open() || frame.type !== "say") return false;
    sent.push(frame.id);
    return true;
  });
  return { sent, sender };
}

test("keeps what is unsent over a reload, in order and with the same ids", () => {
  const storage = shelf();
  const before = new Outbox(storage);
  const ids = ["one", "two", "three"].map((text) => before.add(text, 1000).id);
  const after = new Outbox(storage);
  assert.deepEqual(after.all().map((unsent) => unsent.text), ["one", "two", "three"]);
  assert.deepEqual(after.all().map((unsent) => unsent.id), ids);
});

test("an id is one that the server accepts", () => {
  for (let i = 0; i < 50; i++) assert.match(new Outbox(shelf()).add("x").id, /^[A-Za-z0-9_.-]{1,64}$/);
});

test("forgets a message once it is confirmed, and only then", () => {
  const storage = shelf();
  const outbox = new Outbox(storage);
  const { id } = outbox.add("hello");
  const { sent, sender } = line(outbox);
  sender.connected();
  assert.deepEqual(sent, [id]);
  assert.equal(new Outbox(storage).all().length, 1);
  sender.confirmed(id);
  assert.equal(new Outbox(storage).all().length, 0);
  sender.disconnected();
});

test("says everything unconfirmed anew after a reconnect", () => {
  const outbox = new Outbox(shelf());
  const ids = [outbox.add("a").id, outbox.add("b").id];
  const { sent, sender } = line(outbox);
  sender.connected();
  sender.disconnected();
  sender.connected();
  assert.deepEqual(sent, [...ids, ...ids]);
  sender.disconnected();
});

test("keeps few under way, so that a long outbox is not refused for its rate", () => {
  const outbox = new Outbox(shelf());
  const ids = Array.from({ length: 30 }, (_, i) => outbox.add(`m${i}`).id);
  const { sent, sender } = line(outbox);
  sender.connected();
  assert.equal(sent.length, 8);
  sender.confirmed(ids[0]!);
  assert.deepEqual(sent, ids.slice(0, 9));
  sender.disconnected();
});

test("a final refusal is shown and lets the next ones pass", () => {
  const outbox = new Outbox(shelf());
  const first = outbox.add("bad");
  const { sender } = line(outbox);
  sender.connected();
  assert.equal(sender.refused(first.id, "too_long"), true);
  assert.equal(outbox.all()[0]!.refused, "too_long");
  sender.disconnected();
});

test("a refusal that passes is tried again by itself", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const outbox = new Outbox(shelf());
  const { id } = outbox.add("hello");
  const { sent, sender } = line(outbox);
  sender.connected();
  assert.equal(sender.refused(id, "not_stored"), false);
  assert.deepEqual(sent, [id]);
  context.mock.timers.tick(30_000);
  assert.deepEqual(sent.slice(0, 2), [id, id]);
  sender.disconnected();
});

test("after a new connection a refusal pauses as shortly as the first one did", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const outbox = new Outbox(shelf());
  const { id } = outbox.add("hello");
  const { sent, sender } = line(outbox);
  sender.connected();
  for (let i = 0; i < 6; i++) {
    sender.refused(id, "channel");
    context.mock.timers.tick(20_000);
  }
  sender.disconnected();
  sent.length = 0;
  sender.connected();
  sender.refused(id, "channel");
  context.mock.timers.tick(1_500);
  assert.deepEqual(sent, [id, id]);
  sender.disconnected();
});

test("a message left for opening time keeps its contact over a reload and a second chance", () => {
  const storage = shelf();
  const { id } = new Outbox(storage).add("call me", 1000, "138");
  const outbox = new Outbox(storage);
  outbox.refuse(id, "too_long");
  outbox.forgive(id);
  const sent: CustomerClientFrame[] = [];
  const sender = new Sender(outbox, (frame) => (sent.push(frame), true));
  sender.connected();
  assert.deepEqual(sent, [{ type: "leave", id, text: "call me", contact: "138" }]);
  sender.disconnected();
});
