"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { byFigure, isShown, writeQuery } = require("../../overrides/assets/javascripts/penalty-table.js");

test("within a group any chip fits, between groups all must, and a group with none pressed is open", () => {
  const row = { kind: "confiscation confiscate_gains", branch: "refuse serious", subject: "unit", authority: "公安机关 网信部门" };
  assert.ok(isShown(row, {}));
  assert.ok(isShown(row, { kind: [], branch: [] }));
  assert.ok(isShown(row, { kind: ["fine", "confiscation"], authority: ["网信部门"] }));
  assert.ok(isShown(row, { kind: ["confiscate_gains"] }));
  assert.ok(!isShown(row, { kind: ["confiscation"], branch: ["base"] }));
  assert.ok(!isShown(row, { kind: ["confisc"] }));
  assert.ok(!isShown({}, { subject: ["unit"] }));
});

test("rows by their figure: yuan, then multiples, then terms, then what states none; arms of a list stay together", () => {
  /** @type {(id: string, value: string, unit: string, choice?: string) => {id: string, value: string, unit: string, choice: string}} */
  const row = (id, value, unit, choice = "") => ({ id, value, unit, choice });
  const rows = [
    row("order", "", ""), row("warning", "", "", "60.1-a1"), row("criticism", "", "", "60.1-a1"), row("half", "500000", "yuan", "60.1-a2"),
    row("five", "5000000", "yuan"), row("times", "10", "times"), row("days", "15", "day"), row("again", "500000", "yuan"), row("last", "", ""),
  ];
  assert.deepEqual(byFigure(rows).map(({ id }) => id), ["five", "warning", "criticism", "half", "again", "times", "days", "order", "last"]);
  assert.deepEqual(byFigure([]), []);
  assert.deepEqual(rows[0]?.id, "order");
});

test("the address keeps what is pressed and what else stood in it", () => {
  assert.equal(writeQuery("?q=1", { kind: ["fine", "detention"], branch: [] }, true), "?q=1&kind=fine,detention&sort=value");
  assert.equal(writeQuery("?kind=fine&sort=value", { kind: [], branch: [] }, false), "");
  assert.equal(new URLSearchParams(writeQuery("", { authority: ["公安机关"] }, false)).get("authority"), "公安机关");
});
