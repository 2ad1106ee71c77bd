import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, shown, typed } from "../../main/web/admin/schema.ts";

test("a property is typed in as its type wants it", () => {
  assert.equal(kindOf({ type: "integer" }), "number");
  assert.equal(kindOf({ type: ["null", "string"] }), "text");
  assert.equal(kindOf({ type: "boolean" }), "switch");
  assert.equal(kindOf({ type: "string", enum: ["a", "b"] }), "choice");
  assert.equal(kindOf({ type: "array" }), "json");
  assert.equal(kindOf({}), "json");
});

test("an empty field means the default", () => {
  assert.equal(typed("", "number", {}), undefined);
});

test("what was typed becomes a value of the type, if it can", () => {
  assert.equal(typed("12", "number", {}), 12);
  assert.equal(typed("a dozen", "number", {}), "a dozen");
  assert.equal(typed("true", "switch", {}), true);
  assert.equal(typed("2", "choice", { enum: [1, 2] }), 2);
  assert.deepEqual(typed("[1, 2]", "json", {}), [1, 2]);
  assert.equal(typed("[1,", "json", {}), "[1,");
});

test("a value is shown as it is typed", () => {
  assert.equal(shown(undefined, "text"), "");
  assert.equal(shown(false, "switch"), "false");
  assert.equal(shown(["a"], "json"), '["a"]');
});
