import assert from "node:assert/strict";
import { test } from "node:test";
import { exceptionsOf, words } from "../../main/web/admin/lists.ts";

test("takes a field apart at commas of either language", () => {
  assert.deepEqual(words(" 退货, refunds，english、\n"), ["退货", "refunds", "english"]);
});

test("reads exceptions, one date a line, closed where no periods stand", () => {
  assert.deepEqual(exceptionsOf("2027-01-01\n 2027-02-05 10:00-12:00, 13:00-16:00 \n"), {
    "2027-01-01": [],
    "2027-02-05": ["10:00-12:00", "13:00-16:00"],
  });
});
