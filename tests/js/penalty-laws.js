"use strict";
// Penalties of three laws as a lawyer reads them, written by hand: the tests of the calculator need no reading of texts.
// Seed: 網絡犯罪防治法（徵求意見稿）57-61; 未成年人: 北京市未成年人保护条例 62-67; 邮政: 河南省邮政条例 58-64.

/** @typedef {Partial<PenaltyRow> & {kind: string}} Draft */

const GAIN = "違法所得";
/** @type {(min: number, max: number) => Partial<PenaltyRow>} */
const times = (min, max) => ({ min, max, unit: "times", base: GAIN });
/** @type {(min: number | undefined, max?: number) => Partial<PenaltyRow>} */
const yuan = (min, max) => ({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), unit: "yuan" });
const DAYS_15 = { max: 15, unit: "day" };
const SERIOUS = { cond: ["serious"] };
const MAY = { modality: /** @type {const} */ ("may") };
const AND = { cumulative: true };
const NATURAL = { natural: true };
const PERSONS = { subject: "responsible_persons" };

/**
 * The rows of one 款, numbered; `articles` are what it says is violated: 11-13 opened, 17.3 for 第十七條第三款.
 *
 * @param {string} provision `57.1`
 * @param {string} articles
 * @param {Draft[]} drafts
 * @returns {PenaltyRow[]}
 */
function rows(provision, articles, drafts) {
  const violated = articles.split(" ").filter(Boolean).flatMap((word) => {
    const [first = "", last = first] = word.split("-");
    const [article = "", paragraph, item] = first.split(".");
    const part = (paragraph ? `-p${paragraph}` : "") + (item ? `-i${item}` : "");
    return Array.from({ length: Number(last.split(".")[0]) - Number(article) + 1 }, (_, i) => `art-${Number(article) + i}${part}`);
  });
  return drafts.map((draft, i) => ({ subject: "violator", violated, ...draft, id: `${provision}-${i + 1}` }));
}

/**
 * @param {PenaltyRow[]} all
 * @param {Record<string, number>} paragraphs articles that have more than one 款
 * @param {number} last
 * @param {Record<string, PenaltyProvision>} [provisions]
 * @returns {PenaltyData}
 */
function law(all, paragraphs, last, provisions = {}) {
  const articles = Array.from({ length: last }, (_, i) => /** @type {[string, string, number]} */ ([`art-${i + 1}`, `${i + 1}`, paragraphs[i + 1] ?? 1]));
  return { articles, names: {}, provisions, rows: all };
}

/** 沒有違法所得或者違法所得不足……的 @type {(below: number) => Partial<PenaltyRow>} */
const noneOrLess = (below) => ({ gain: { test: "none_or_lt", yuan: below } });
const CLOSING = ["suspend_business", "suspend_operation", "close_site", "revoke_permit", "revoke_licence"];
const SERVICES = "16 17.1 17.2 34-43 48.2 45-46 47 51";

const seed = law(
  [
    ...rows("57.1", "11-13", [
      { kind: "confiscate_gains" },
      { kind: "fine", ...times(1, 10), ...AND },
      { kind: "fine", ...yuan(undefined, 200000), ...noneOrLess(20000) },
      { kind: "detention", ...DAYS_15, ...SERIOUS, ...AND, ...NATURAL },
    ]),
    ...rows("57.2", "11-13", [
      { kind: "blacklist", cond: ["penalised"], subject: "person_or_org", ...MAY },
      { kind: "service_restriction", cond: ["penalised"], subject: "person_or_org", ...MAY },
    ]),
    ...rows("58.1", "14 15 17.3 44.3", [
      { kind: "confiscate" },
      { kind: "fine", ...times(1, 10) },
      { kind: "fine", ...yuan(undefined, 500000), ...noneOrLess(50000) },
      { kind: "detention", ...DAYS_15, ...SERIOUS, ...AND, ...NATURAL },
    ]),
    ...rows("59.1", "19-33", [
      ...CLOSING.map((kind, i) => ({ kind, choice: `a${i + 1}` })),
      { kind: "fine", ...times(1, 10), ...AND },
      { kind: "fine", ...yuan(undefined, 500000), ...noneOrLess(50000) },
      { kind: "detention", ...DAYS_15, ...SERIOUS, ...AND, ...NATURAL },
    ]),
    ...rows("60.1", SERVICES, [
      { kind: "order_correct" },
      { kind: "warning", choice: "a1" },
      { kind: "criticism", choice: "a1" },
      { kind: "fine", ...yuan(50000, 500000), choice: "a2" },
      { kind: "fine", ...yuan(500000, 5000000), ...SERIOUS },
      ...CLOSING.map((kind, i) => ({ kind, ...SERIOUS, ...MAY, ...AND, choice: `b${i + 1}` })),
      { kind: "fine", ...yuan(10000, 200000), ...SERIOUS, ...PERSONS },
    ]),
    ...rows("61.1", "50", [
      { kind: "fine", ...yuan(undefined, 200000) },
      { kind: "fine", ...yuan(undefined, 500000), ...SERIOUS, choice: "a1" },
      { kind: "fine", max: 10, unit: "times", base: GAIN, ...SERIOUS, choice: "a2" },
      { kind: "detention", ...DAYS_15, ...SERIOUS, ...MAY, ...AND, ...NATURAL },
    ]),
  ],
  { 17: 3, 44: 3, 48: 2, 57: 2 },
  68,
  { "60.1": { name: "第六十條", href: "", actor: "電信、金融、互聯網等服務提供者" } },
);

const REFUSE_OR_SERIOUS = { cond: ["refuse", "serious"] };
const REFUSE_OR_GRAVE = { cond: ["refuse", "consequence_grave"] };
const minors = law(
  [
    ...rows("63.1", "29.2 29.3", [
      { kind: "order_correct" },
      { kind: "warning" },
      { kind: "confiscate_gains" },
      { kind: "fine", ...yuan(undefined, 50000), ...MAY, ...AND },
      { kind: "suspend_operation", ...REFUSE_OR_SERIOUS, choice: "a1" },
      { kind: "revoke_licence", ...REFUSE_OR_SERIOUS, choice: "a2" },
      { kind: "revoke_permit", ...REFUSE_OR_SERIOUS, choice: "a3" },
      { kind: "fine", ...yuan(50000, 500000), ...REFUSE_OR_SERIOUS, ...MAY, ...AND },
    ]),
    ...rows("65.1", "30.1.2", [
      { kind: "order_correct" },
      { kind: "fine", ...yuan(10000, 30000) },
      { kind: "fine", ...yuan(30000, 300000), ...REFUSE_OR_GRAVE },
      { kind: "suspend_business", min: 1, max: 6, unit: "month", ...REFUSE_OR_GRAVE, ...MAY, subject: "individual" },
    ]),
    ...rows("67.1", "33", [
      { kind: "order_correct" },
      { kind: "warning" },
      { kind: "fine", ...yuan(undefined, 50000), ...AND },
      { kind: "suspend_operation", ...REFUSE_OR_GRAVE, choice: "a1" },
      { kind: "revoke_licence", ...REFUSE_OR_GRAVE, choice: "a2" },
      { kind: "revoke_permit", ...REFUSE_OR_GRAVE, choice: "a3" },
      { kind: "fine", ...yuan(50000, 500000), ...REFUSE_OR_GRAVE, ...AND },
      { kind: "discipline", ...REFUSE_OR_GRAVE, ...PERSONS },
    ]),
  ],
  { 29: 4, 33: 3 },
  68,
);

const post = law(
  [
    ...rows("58.1", "24.1", [
      { kind: "order_correct" },
      { kind: "fine", ...yuan(undefined, 10000), ...MAY },
      { kind: "fine", ...yuan(10000, 50000), ...SERIOUS },
      { kind: "discipline", ...PERSONS }, // after ；, without a circumstance of its own: the base case
    ]),
    ...rows("58.2", "24.3", [
      { kind: "order_correct" },
      { kind: "fine", ...yuan(undefined, 20000), ...MAY },
      { kind: "fine", ...yuan(20000, 100000), ...SERIOUS },
      { kind: "discipline", ...PERSONS }, // after ；, without a circumstance of its own: the base case
    ]),
    ...rows("59.1", "17 33.2", [{ kind: "order_correct" }, { kind: "fine", ...yuan(1000, 10000), cond: ["overdue"] }]),
    ...rows("62.1", "40.1 43.1", [
      { kind: "order_correct" },
      { kind: "confiscate_gains" },
      { kind: "fine", ...yuan(50000, 100000), ...AND },
      { kind: "fine", ...yuan(100000, 200000), ...SERIOUS, ...AND },
      { kind: "suspend_operation", ...MAY, subject: "unit", choice: "a1" },
      { kind: "revoke_permit", ...MAY, subject: "unit", choice: "a2" },
    ]),
    ...rows("63.1", "44.1", [
      { kind: "order_correct" },
      { kind: "fine", ...yuan(1000, 3000), cond: ["overdue"] },
      { kind: "fine", ...yuan(3000, 30000), ...SERIOUS },
      { kind: "civil", cond: ["consequence"] },
    ]),
  ],
  { 24: 3, 33: 2, 40: 2, 43: 2, 44: 2 },
  68,
);

/** What kinds, circumstances and reasons are called in the table of cases. */
const WORDS = /** @type {Record<string, string>} */ ({
  confiscate_gains: "沒收違法所得", confiscate: "沒收", fine: "罰款", detention: "拘留", blacklist: "列入黑名單",
  service_restriction: "限制服務", suspend_business: "暫停業務", suspend_operation: "停業整頓", close_site: "關閉網站",
  revoke_permit: "吊銷許可", revoke_licence: "吊銷營業執照", order_correct: "責令改正", warning: "警告", criticism: "通報批評",
  discipline: "處分", civil: "賠償",
  serious: "情節嚴重", refuse: "拒不改正", overdue: "逾期", consequence_grave: "嚴重後果", consequence: "造成後果", penalised: "已受處罰",
  branch: "未選此情形", test: "數額不在此列", rule: "數額另有規定", "no-gain": "沒有違法所得", natural: "只及自然人",
  unit: "只及單位", individual: "只及個人", persons: "選組織可見",
});

module.exports = { seed, minors, post, rows, law, times, yuan, WORDS };
