"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { compareExact, exact, readAmount, share, writeExact } = require("../../overrides/assets/javascripts/penalty-amount.js");

/** @param {string} text */
const read = (text) => {
  const { yuan, why } = readAmount(text);
  return why || yuan;
};

test("amounts as people type them", () => {
  const cases = /** @type {[string, bigint][]} */ ([
    ["80000", 80000n], ["80,000", 80000n], ["８０，０００", 80000n], [" 80 000 元", 80000n], ["¥80,000", 80000n], ["人民幣8萬元", 80000n],
    ["8萬", 80000n], ["8万", 80000n], ["8.5萬", 85000n], ["０.５億元", 50000000n], ["1億2000萬", 120000000n], ["3億零5萬", 300050000n],
    ["12萬3456", 123456n], ["八萬", 80000n], ["二十萬元", 200000n], ["兩萬", 20000n], ["一萬億", 10n ** 12n], ["1,0000", 10000n], ["0", 0n], ["0.0", 0n],
    ["1000000000000", 10n ** 12n], ["80000.00", 80000n],
  ]);
  for (const [text, yuan] of cases) {
    assert.equal(read(text), yuan, text);
  }
});

test("what is no amount gets a word, never an exception", () => {
  const cases = {
    empty: ["", "  ", "元"],
    negative: ["-5", "−5", "負三萬", "–80000"],
    fraction: ["80000.5", "0.01", "8.55555萬", "5元5角", "3元20"],
    great: ["1000000000001", "9".repeat(39), "9".repeat(500), "2萬億", "100000億"],
    unreadable: ["abc", "8萬5", "1億3", "8,00", "1,2,3", "1.2.3", "8.5萬500", "萬", "5萬6億", "1e9", "0x10", "NaN", "八萬五", "貳萬", "💰", "五千零", "x".repeat(300), "億萬", "1萬20000", "Infinity"],
  };
  for (const [why, texts] of Object.entries(cases)) {
    for (const text of texts) {
      assert.equal(read(text), why, text);
    }
  }
});

test("multiples are exact, and written with all their digits", () => {
  const written = (/** @type {PenaltyFigure} */ figure, /** @type {string} */ unit, /** @type {bigint} */ sum) => writeExact(share(figure, unit, sum));
  assert.equal(written(10, "times", 10n ** 12n), "10,000,000,000,000");
  assert.equal(written(1.5, "times", 80001n), "120,001.5");
  assert.equal(written("0.1", "times", 3n), "0.3");
  assert.equal(written(5, "percent", 123n), "6.15");
  assert.equal(written(5, "percent", 100n), "5");
  assert.equal(written(3, "permille", 999n), "2.997");
  assert.equal(written(5, "per10000", 80000n), "40");
  assert.equal(written(1, "times", 0n), "0");
});

/** A row of numbers that looks random and is the same each time. */
function* numbers(/** @type {number} */ count) {
  let seed = 12345n;
  for (let i = 0; i < count; i++) {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    yield seed % 10n ** BigInt(1 + (i % 13));
  }
}

test("a share is what it says, for any sum: times its denominator it is the sum times its figure", () => {
  for (const sum of numbers(400)) {
    for (const [figure, unit, denominator] of /** @type {[string, string, bigint][]} */ ([["3", "times", 1n], ["0.25", "times", 100n], ["12.5", "percent", 1000n], ["7", "permille", 1000n], ["1", "per10000", 10000n]])) {
      const { value, scale } = share(figure, unit, sum);
      assert.equal(value * denominator, sum * BigInt(figure.replace(".", "")) * 10n ** BigInt(scale));
    }
  }
});

test("what is written is read back as it was", () => {
  for (const sum of numbers(400)) {
    if (sum <= 10n ** 12n) {
      assert.equal(read(writeExact({ value: sum, scale: 0 })), sum);
      assert.equal(read(`${sum}`), sum);
      assert.equal(read([...`${sum}`].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("")), sum);
    }
  }
});

test("which is greater", () => {
  const sign = (/** @type {string} */ a, /** @type {string} */ b) => compareExact(exact(a), exact(b));
  assert.deepEqual([sign("1.5", "1.50"), sign("0.09", "0.1"), sign("20000", "19999.99"), sign("3", "30")], [0, -1, 1, -1]);
  const sorted = [...numbers(100)].sort((a, b) => compareExact({ value: a, scale: 2 }, { value: b, scale: 2 }));
  assert.ok(sorted.every((n, i) => i === 0 || /** @type {bigint} */ (sorted[i - 1]) <= n));
});
