import assert from "node:assert/strict";
import { test } from "node:test";
import { broken, likeliest, naming, standings, type Cluster, type Learned, type Score } from "../../main/web/admin/understanding.ts";

function score(day: string, intent: string, answers: number, corrected = 0, missed = 0): Score {
  return { day, intent, answers, corrected, missed };
}

const CLUSTER: Cluster = {
  language: "en",
  questions: [
    { conversation: "web.a", sequence: 4, text: "do you engrave", guess: "product.spec" },
    { conversation: "web.b", sequence: 9, text: "can you engrave it", guess: "gift.wrap" },
    { conversation: "web.c", sequence: 2, text: "engraving?", guess: "gift.wrap" },
    { conversation: "web.d", sequence: 2, text: "laser?", guess: "" },
  ],
};

test("accuracy is the share that nobody corrected, by day in order; most contested first", () => {
  const all = standings([score("2026-11-22", "a", 8), score("2026-11-23", "b", 4, 1), score("2026-11-21", "b", 4, 2, 1), score("2026-11-23", "c", 0, 0, 2)]);
  assert.deepEqual(all.map((one) => one.intent), ["b", "c", "a"]);
  assert.deepEqual(all[0], {
    intent: "b",
    answers: 8,
    corrected: 3,
    missed: 1,
    accuracy: 0.625,
    days: [
      { day: "2026-11-21", accuracy: 0.5 },
      { day: "2026-11-23", accuracy: 0.75 },
    ],
  });
  assert.equal(all[1]?.accuracy, undefined);
});

test("questions are named with where they were said, and nearest to what most are nearest to", () => {
  assert.equal(likeliest(CLUSTER), "gift.wrap");
  assert.equal(likeliest({ language: "en", questions: [CLUSTER.questions[3]!] }), "");
  assert.deepEqual(naming("gift.engrave", { ...CLUSTER, questions: CLUSTER.questions.slice(0, 1) }), {
    intent: "gift.engrave",
    sentences: [{ language: "en", text: "do you engrave", conversation: "web.a", sequence: 4 }],
  });
});

test("what a refused example would break is read, and nothing is made of what cannot be", () => {
  const example = (json: string) => ({ broken: json }) as Learned;
  assert.equal(broken(example('[{"agent":"a","text":"x","wanted":"a.a","got":""}]'))[0]?.wanted, "a.a");
  assert.deepEqual(broken(example("")), []);
  assert.deepEqual(broken(example("{")), []);
  assert.deepEqual(broken(example("{}")), []);
});
