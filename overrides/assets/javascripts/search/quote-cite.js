"use strict";
/**
 * What a place of a law is called and how it is cited: on the mainland, in Taiwan, where 款 is called 項 and 項 is
 * called 款, and in Hong Kong; and its address. Knows no page.
 *
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./quote-lines.js").Stretch} Stretch
 * @typedef {(name: string, values?: Record<string, string | number>) => string} Say
 *
 * @typedef {object} Place
 * @property {string} page `art-57`
 * @property {string} fragment `p1-i2`
 * @property {string} head 第五十七條, or what else stands over it; "" if nothing
 * @property {string} kind
 * @property {boolean} single its article has one 款 only, which laws then do not name
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("../provision.js")} */
  const { writeNumeral } = shared ?? require("../provision.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { linesOf, wordsOf } = shared ?? require("./quote-lines.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = shared ?? require("./shard.js");
  const STEPS = /^p(\d+)(?:-i(\d+)(?:-z(\d+))?)?(?:-s(\d+))?(?:-d(\d+))?$/;
  const LONGEST_MARK = 120;

  /**
   * @param {Stretch} at
   * @param {Script} script
   * @returns {Place}
   */
  function placeOf({ index, line }, script) {
    const doc = linesOf(index).doc[line] ?? 0;
    const { page = "", at = [], head, kind = "" } = index.docs[doc] ?? {};
    const start = index.first[doc] ?? 0;
    const owner = index.docs.findIndex((one) => one.kind === "provision" && one.page === page);
    const named = head ? start : kind === "opinion" && owner >= 0 ? index.first[owner] ?? 0 : -1;
    const title = named < 0 ? "" : lineOf(index, named, script).trim();
    return {
      page, kind, fragment: at[line - start] ?? "",
      head: /^(第[^\s　]+[條条](?:之[^\s　]+)?)/.exec(title)?.[1] ?? title,
      single: !at.some((one) => one.startsWith("p2")),
    };
  }

  /**
   * 第五十七條第一款第（二）項.
   *
   * @param {Place} place
   * @param {Say} say
   */
  function nameOf({ head, kind, fragment, single }, say) {
    if (kind === "opinion") {
      return head ? say("opinion", { label: head }) : say("kind-opinion");
    }
    const [, p, i, z, s, d] = (kind === "provision" && STEPS.exec(fragment)) || [];
    const unit = (/** @type {string} */ name, /** @type {string | undefined} */ n) =>
      n ? say(`unit-${name}`, { number: writeNumeral(Number(n)), insert: z ? writeNumeral(Number(z)) : "" }) : "";
    const name = (head || say(`kind-${kind}`)) + (single ? "" : unit("paragraph", p)) + unit(z ? "item-insert" : "item", i);
    return name + (s ? say("unit-subitem", { number: s }) : "") + (d ? say("unit-division", { number: d }) : "");
  }

  /**
   * The law by the name that its text has: 網絡犯罪防治法（徵求意見稿）.
   *
   * @param {Index} index
   * @param {string[]} names Traditional, Simplified: what the site calls it
   * @param {Script} script
   */
  function titleOf(index, names, script) {
    const doc = index.docs.findIndex(({ kind }) => kind === "law");
    const title = doc < 0 ? "" : lineOf(index, index.first[doc] ?? 0, script).trim();
    return title || names[script === "Hant" ? 0 : 1] || names[0] || "";
  }

  /**
   * @param {Place} place
   * @param {"taiwan" | "hong-kong"} region
   */
  function citeAbroad({ page, fragment, single, head }, region) {
    const [, article, insert] = /^art-(\d+)(?:-z(\d+))?$/.exec(page) ?? [];
    const [, p, i, z, s] = STEPS.exec(fragment) ?? [];
    const [paragraph, item] = region === "taiwan" ? ["項", "款"] : ["款", "項"];
    if (!article) {
      return head;
    }
    const number = `第 ${article} 條${insert ? `之 ${insert}` : ""}`;
    const below = (p && !single ? `第 ${p} ${paragraph}` : "") + (i ? `第 ${i} ${item}${z ? `之 ${z}` : ""}` : "");
    return number + below + (s ? `第 ${s} 目` : "");
  }

  /**
   * Where the words stand; the page arrived at marks them.
   *
   * @param {Stretch} at
   * @param {Place} place
   * @param {{base: string, tree: string, isFile: boolean}} site
   */
  function addressOf(at, { page, fragment }, { base, tree, isFile }) {
    const { law, edition } = at.index;
    const marks = /** @type {Script[]} */ (["Hant", "Hans"]).flatMap((script) => marksOf({ ...at, script }));
    const asked = [...new Set(marks)].slice(0, 12).map((words) => `h=${encodeURIComponent(words)}`).join("&");
    const path = `${base}${tree}/${law}/${edition}/${page ? `${page}/` : ""}${isFile ? "index.html" : ""}`;
    return `${path}${asked ? `?${asked}` : ""}${fragment ? `#${fragment}` : ""}`;
  }

  /**
   * @param {Stretch} at
   * @returns {string[]} of long words the beginning and the end
   */
  function marksOf(at) {
    const words = wordsOf(at).split("\n").map((line) => line.trim()).filter(Boolean);
    return words.flatMap((line) =>
      line.length > LONGEST_MARK ? [line.slice(0, LONGEST_MARK / 2), line.slice(-LONGEST_MARK / 2)] : [line],
    );
  }

  const exports = { placeOf, nameOf, titleOf, citeAbroad, addressOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
