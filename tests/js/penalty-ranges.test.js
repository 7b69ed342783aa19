"use strict";
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { exact, writeExact } = require("../../overrides/assets/javascripts/penalty-amount.js");
const { branchesOf, fits, rangesFor, provisionOf } = require("../../overrides/assets/javascripts/penalty-ranges.js");
const { readArticle, readGain } = require("../../overrides/assets/javascripts/penalty-question.js");
const { minors, post, seed, law, rows, times, yuan, WORDS } = require("./penalty-laws.js");

const LAWS = /** @type {Record<string, PenaltyData>} */ ({
  "網絡犯罪防治法（徵求意見稿）": seed,
  "北京市未成年人保护条例": minors,
  "河南省邮政条例": post,
});
const CASES = readFileSync(join(__dirname, "penalty-cases.txt"), "utf8").replace(/^#.*\n/gm, "");
const CODES = Object.fromEntries(Object.entries(WORDS).map(([code, word]) => [word, code]));
/** @type {PenaltyQuestion} */
const ASKED = { article: "art-1", gain: { known: "unknown" }, branches: [], subject: "person" };

/** @type {(figure: PenaltyFigure | undefined) => string} */
const plain = (figure) => (figure === undefined ? "" : Number(figure) % 10000 ? `${figure}` : `${Number(figure) / 10000}萬`);

/** @type {(min: string, max: string, unit: string) => string} */
const range = (min, max, unit) => (min && max ? `${min}–${max}${unit}` : max ? `≤${max}${unit}` : min ? `≥${min}${unit}` : "");

/** @param {PenaltyShown} shown */
function figure({ row, yuan: own }) {
  const { min, max, unit, base } = row;
  if (own) {
    return range(own.min ? writeExact(own.min) : "", own.max ? writeExact(own.max) : "", "元");
  }
  if (unit === "times") {
    return min === undefined ? `≤${base}${max}倍` : `${base}${min}–${max}倍`;
  }
  return unit === "yuan" ? range(plain(min), plain(max), "元") : range(`${min ?? ""}`, `${max ?? ""}`, unit === "day" ? "日" : "月");
}

/** @param {PenaltyRow} row */
function tested({ gain }) {
  return { none: "沒有違法所得", none_or_lt: `沒有違法所得或不足${plain(gain?.yuan)}`, lt: `不足${plain(gain?.yuan)}`, ge: `${plain(gain?.yuan)}以上` }[gain?.test ?? "none"];
}

/** @param {PenaltyShown} shown */
function said(shown) {
  const { row, when, beside, tests } = shown;
  const cond = row.cond?.length ? `${row.cond.map((code) => WORDS[code]).join("或")}：` : "";
  const signs = (row.cumulative ? "並" : "") + (beside === "own" ? "另" : "") + (row.modality === "may" ? "可" : "");
  const open = when === "test" ? `〔${tested(row)}〕` : when === "rule" ? `〔不是${tests.map(tested).join("、")}〕` : "";
  return `${cond}${signs}${WORDS[row.kind]} ${figure(shown)}${open}`.replace(/ $/, "");
}

/** @type {(data: PenaltyData, row: PenaltyRow) => string} */
function placeOf(data, row) {
  const [article = "", paragraph = ""] = provisionOf(row).split(".");
  const many = data.rows.some((other) => other.id.startsWith(`${article}.2`));
  return article + (many ? "①②③"[Number(paragraph) - 1] : "");
}

/** @type {(data: PenaltyData, heading: string) => string[]} */
function answer(data, heading) {
  const [text = "", gain = "", branches = "", subject = ""] = heading.split("|").map((word) => word.trim());
  const article = readArticle(text, data);
  if (article.why === "unnamed") {
    return ["（沒有罰則點名）"];
  }
  assert.equal(article.why, "", heading);
  const choice = gain === "不明" ? "unknown" : gain === "沒有" ? "none" : "yuan";
  const read = readGain(choice, gain);
  assert.equal(read.why, "", heading);
  const codes = branches === "無" ? [] : branches.split("、").map((word) => CODES[word] ?? assert.fail(word));
  const found = rangesFor(data, { article: article.id, gain: read.gain, branches: codes, subject: subject === "組織" ? "organisation" : "person" });
  const lines = [];
  for (const group of found.groups) {
    for (const part of group.parts) {
      for (const entry of part.entries) {
        const first = /** @type {PenaltyShown} */ (entry.arms[0]?.[0]);
        const arms = entry.arms.map((arm) => arm.map(said).join("、")).join("／");
        lines.push(`${placeOf(data, first.row)} ${part.who === "persons" ? "責任人員 " : ""}${entry.list ? "擇一：" : ""}${arms}`);
      }
    }
  }
  return [...lines, ...found.left.map(({ row, why }) => `× ${placeOf(data, row)} ${WORDS[row.kind]} ${WORDS[why]}`)];
}

for (const part of CASES.split("== ").slice(1)) {
  const [name = "", ...cases] = part.trim().split(/\n\n+/);
  const data = LAWS[name] ?? assert.fail(name);
  for (const one of cases) {
    const [heading = "", ...expected] = one.split("\n");
    test(`${name}：${heading}`, () => assert.deepEqual(answer(data, heading), expected));
  }
}

test("there are enough cases", () => {
  assert.ok((CASES.match(/\|.*\|/g) ?? []).length >= 40);
});

test("which circumstances a case may have, in the order of the text", () => {
  assert.deepEqual(branchesOf(seed.rows, "art-12"), ["serious"]);
  assert.deepEqual(branchesOf(minors.rows, "art-29-p2"), ["refuse", "serious"]);
  assert.deepEqual(branchesOf(post.rows, "art-44"), ["overdue", "serious", "consequence"]);
  assert.deepEqual(branchesOf(post.rows, "art-9"), []);
});

test("which ids fit an article", () => {
  assert.ok(fits("art-17", "art-17-p1") && fits("art-17-p1", "art-17") && fits("art-17-p1", "art-17-p1-i2"));
  assert.ok(!fits("art-17-p1", "art-17-p12") && !fits("art-1", "art-17") && !fits("art-17-p1", "art-17-p2"));
  assert.ok(!fits("art-120-z1", "art-120") && !fits("art-120", "art-120-z1") && fits("art-120-z1-p1", "art-120-z1"));
});

/** 違法所得五千元以上的，並處二倍以上十倍以下；沒有或者不足五千元的，並處五千元以上五萬元以下 */
const MEDICAL = law(
  rows("79.1", "1", [
    { kind: "fine", ...times(2, 10), cumulative: true, gain: { test: "ge", yuan: 5000 } },
    { kind: "fine", ...yuan(5000, 50000), cumulative: true, gain: { test: "none_or_lt", yuan: 5000 } },
  ]),
  {}, 1,
);
/** 處五十萬元以上五百萬元以下罰款，違法所得在一百萬元以上的，處違法所得五倍以上十倍以下罰款 */
const GENES = law(
  rows("36.1", "1", [
    { kind: "fine", ...yuan(500000, 5000000) },
    { kind: "fine", ...times(5, 10), gain: { test: "ge", yuan: 1000000 } },
  ]),
  {}, 1,
);

/** @type {(data: PenaltyData, gain: PenaltyGain) => string[]} */
const ids = (data, gain) => rangesFor(data, { ...ASKED, gain }).groups.flatMap((g) => g.parts.flatMap((p) => p.entries.flatMap((e) => e.arms.flat().map((s) => s.row.id))));
/** @type {(n: bigint) => PenaltyGain} */
const of = (n) => ({ known: "yuan", yuan: n });

test("a bound that the text includes holds at its figure", () => {
  assert.deepEqual([4999n, 5000n, 5001n].map((n) => ids(MEDICAL, of(n))), [["79.1-2"], ["79.1-1"], ["79.1-1"]]);
  assert.deepEqual([999999n, 1000000n].map((n) => ids(GENES, of(n))), [["36.1-1"], ["36.1-2"]]);
  assert.deepEqual(ids(GENES, { known: "unknown" }), ["36.1-1", "36.1-2"]);
  assert.deepEqual(ids(GENES, { known: "none" }), ["36.1-1"]);
});

test("from one figure to below another", () => {
  const data = law(rows("5.1", "1", [{ kind: "fine", ...yuan(1, 2), gain: { test: "ge", yuan: 10000, below: 50000 } }]), {}, 1);
  assert.deepEqual([9999n, 10000n, 49999n, 50000n].map((n) => ids(data, of(n)).length), [0, 1, 1, 0]);
});

test("以下 includes its figure, 超過 does not", () => {
  const data = (/** @type {"lt" | "none_or_lt" | "ge"} */ asked, /** @type {boolean} */ inclusive) => law(rows("5.1", "1", [{ kind: "fine", ...yuan(1, 2), gain: { test: asked, yuan: 10000, inclusive } }]), {}, 1);
  assert.deepEqual([9999n, 10000n, 10001n].map((n) => ids(data("lt", true), of(n)).length), [1, 1, 0]);
  assert.deepEqual([10000n, 10001n].map((n) => ids(data("ge", false), of(n)).length), [0, 1]);
  assert.deepEqual([ids(data("none_or_lt", true), { known: "none" }).length, ids(data("ge", false), { known: "none" }).length], [1, 0]);
});

test("two conducts in one 款 stay apart", () => {
  const shown = (/** @type {string} */ conduct) => ({ measure: "", clause: [], place: "", at: "", href: "", subject: "", conduct });
  const drafts = ["出售的", "出售的", "管理者未制止的"].map((conduct) => ({ kind: "warning", shown: shown(conduct) }));
  const { groups, notes } = rangesFor(law(rows("64.1", "1", [...drafts, { kind: "criticism" }]), {}, 1), ASKED);
  assert.deepEqual(groups[0]?.parts.map((part) => [part.conduct, part.entries.length]), [["出售的", 3], ["管理者未制止的", 1]]);
  assert.deepEqual(notes.map((note) => note.words.join()), ["出售的", "管理者未制止的"]);
});

test("不足 alone does not say what becomes of no gain at all", () => {
  const data = law(rows("5.1", "1", [{ kind: "fine", ...yuan(1, 2), gain: { test: "lt", yuan: 10000 } }]), {}, 1);
  const found = rangesFor(data, { ...ASKED, gain: { known: "none" } });
  assert.equal(found.groups[0]?.parts[0]?.entries[0]?.arms[0]?.[0]?.when, "test");
});

test("what is tested or multiplied is only the illegal gain; all else stays as it is written and is said to be open", () => {
  const goods = law(
    rows("5.1", "1", [
      { kind: "fine", min: 1, max: 3, unit: "times", base: "貨值金額" },
      { kind: "fine", ...yuan(1000, 2000), gain: { test: "lt", yuan: 10000, of: "貨值金額" } },
      { kind: "fine", min: 5, max: 10, unit: "percent", base: "" },
      { kind: "fine", min: 50, max: 100, unit: "yuan", per: "每平方米" },
    ]),
    {}, 1,
  );
  const { groups, notes } = rangesFor(goods, { ...ASKED, gain: of(500n) });
  const shown = groups[0]?.parts[0]?.entries.flatMap((entry) => entry.arms.flat()) ?? [];
  assert.deepEqual(shown.map((s) => [s.yuan, s.when]), [[null, "rule"], [null, "test"], [null, "rule"], [null, "rule"]]);
  assert.deepEqual(notes.map((note) => [note.code, ...note.words]).filter(([code]) => code !== "both"), [["tested", "貨值金額"], ["base", "貨值金額"], ["no-base"], ["per", "每平方米"]]);
});

test("what is not decided is said", () => {
  const codes = (/** @type {Partial<PenaltyQuestion>} */ more, data = seed) => rangesFor(data, { ...ASKED, ...more }).notes.map((note) => note.code);
  assert.deepEqual(codes({ article: "art-12" }), ["both", "gain", "may"]);
  assert.deepEqual(codes({ article: "art-12", gain: of(80000n), branches: ["serious"] }), ["branch", "gain", "may"]);
  assert.deepEqual(codes({ article: "art-38", branches: ["serious"] }), ["actor", "branch", "own", "list", "may"]);
  assert.deepEqual(codes({ article: "art-50", branches: ["serious"], gain: { known: "none" } }), ["branch", "gain", "no-gain", "own", "list", "may"]);
});

test("every row is shown or left out with a reason, whatever is asked, and nothing is added up", () => {
  for (const data of Object.values(LAWS)) {
    for (const [article] of data.articles) {
      for (const gain of /** @type {PenaltyGain[]} */ ([{ known: "unknown" }, { known: "none" }, of(1n), of(50000n), of(10n ** 12n)])) {
        for (const subject of /** @type {const} */ (["person", "organisation"])) {
          for (const branches of [[], ["serious"], ["refuse", "overdue", "consequence_grave"]]) {
            const { groups, left } = rangesFor(data, { article, gain, branches, subject });
            const shown = groups.flatMap((g) => g.parts.flatMap((p) => p.entries.flatMap((e) => e.arms.flat())));
            const named = data.rows.filter((row) => row.violated.some((id) => fits(id, article)));
            assert.deepEqual([...shown, ...left].map((s) => s.row.id).sort(), named.map((row) => row.id).sort());
            for (const { row, yuan: own } of shown) {
              assert.equal(own !== null, row.unit === "times" && gain.known === "yuan");
              if (own?.max && gain.known === "yuan") {
                assert.equal(own.max.value, gain.yuan * exact(row.max ?? 0).value);
              }
            }
          }
        }
      }
    }
  }
});
