"use strict";
/**
 * What stands around a quotation and is none of it: blanks, quotation marks, an article number in front (第五十七條,
 * 《某法》第十二條規定：), a citation in brackets behind.
 *
 * @typedef {object} Label what a quotation says of its own place
 * @property {string} text as written
 * @property {import("../provision.js").Provision} provision `before` is the law's name, "" if none is named
 *
 * @typedef {{text: string, label: Label | null}} Peeled
 */
(() => {
  /** @type {typeof import("../provision.js")} */
  const { readProvision } = typeof module === "undefined" ? self.duizhao : require("../provision.js");
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { linesOf } = typeof module === "undefined" ? self.duizhao : require("./quote-lines.js");
  const PAIRS = ["“”", "「」", "『』", "‘’", '""', "''", "〝〞", "＂＂"];
  const NUMBER = "[0-9０-９〇零○一二三四五六七八九十百千两兩]+";
  const UNIT =
    `第\\s*${NUMBER}\\s*[條条](?:之${NUMBER})?(?:第${NUMBER}款)?` +
    `(?:第?[（(]?${NUMBER}[）)]?[項项](?:之${NUMBER})?)?(?:第?${NUMBER}目)?`;
  const LEAD = new RegExp(
    `^(?:根據|根据|依照|按照|依據|依据|引自|摘自)?\\s*((?:《[^》\\n]{1,60}》|[^\\s，。；：、,;:“”「」第]{2,40})?\\s*${UNIT})`,
  );
  /** 第十二條規定：… and 第十二條 …, but not 第十二條規定的… or 第十二條、第十三條, which are words of a law. */
  const SAYS = /^\s*(?:的?(?:明確|明确)?(?:規定|规定)了?\s*(?=[：:，,“「『"‘\s])|(?=[\s：:，,。“「『"]))[\s：:，,。]*/;
  const GOES_ON = /^(?:規定|规定|所|的|、|和|與|与|及|以及|或|至|到|第|之|中|關|关|情形|行為|行为|前)/;
  const TAIL_FROM = 90;

  /**
   * @param {string} text
   * @param {(name: string) => boolean} isLaw whether a law of the site is called so
   * @returns {Peeled[]} from the text as it is to what is left when all has been taken off
   */
  function peel(text, isLaw) {
    /** @type {Peeled[]} */
    const out = [{ text: text.trim(), label: null }];
    for (let step = 0; step < 8; step++) {
      const last = /** @type {Peeled} */ (out[out.length - 1]);
      const next = withoutMarks(last) ?? withoutLead(last, isLaw) ?? withoutTail(last) ?? withoutOmissions(last);
      if (!next) {
        break;
      }
      out.push(next);
    }
    return out;
  }

  /**
   * @param {Peeled} peeled
   * @returns {Peeled | null}
   */
  function withoutMarks({ text, label }) {
    for (const [open = "", close = ""] of PAIRS.map((pair) => [...pair])) {
      const inner = text.slice(1, -1);
      if (text.length > 2 && text.startsWith(open) && text.endsWith(close) && isBalanced(inner, open, close)) {
        return { text: inner.trim(), label };
      }
      if (text.startsWith(open) && !text.slice(1).includes(close) && text.length > 1) {
        return { text: text.slice(1).trim(), label };
      }
      if (text.endsWith(close) && !text.slice(0, -1).includes(open) && text.length > 1) {
        return { text: text.slice(0, -1).trim(), label };
      }
    }
    return null;
  }

  /**
   * 「甲」和「乙」 is not one quotation.
   *
   * @param {string} inner
   * @param {string} open
   * @param {string} close
   */
  function isBalanced(inner, open, close) {
    let depth = 0;
    for (const char of inner) {
      depth += open !== close && char === open ? 1 : char === close ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param {Peeled} peeled
   * @param {(name: string) => boolean} isLaw
   * @returns {Peeled | null}
   */
  function withoutLead({ text, label }, isLaw) {
    const found = LEAD.exec(text);
    const provision = found ? readProvision((found[1] ?? "").replace(/\s+/g, "")) : null;
    if (!found || !provision || label || (provision.before && !found[0].includes("《") && !isLaw(provision.before))) {
      return null;
    }
    const rest = text.slice(found[0].length);
    const says = SAYS.exec(rest);
    const words = rest.slice(says?.[0].length ?? 0);
    if (!words || (!says && GOES_ON.test(words))) {
      return null;
    }
    return { text: words.trim(), label: { text: (found[1] ?? "").trim(), provision } };
  }

  /**
   * @param {Peeled} peeled
   * @returns {Peeled | null}
   */
  function withoutTail({ text, label }) {
    for (let at = Math.max(1, text.length - TAIL_FROM); at < text.length - 2; at++) {
      const opens = /[（(【［[]/.test(text[at] ?? "") && /[）)】］\]][。.]?$/.test(text);
      const dashes = /[—―–-]/.test(text[at] ?? "");
      const inner = text.slice(at + 1).replace(opens ? /[）)】］\]][。.]?$/ : /^[—―–-]+/, "");
      const cited = inner.replace(/^(?:參見|参见|見|见|引自|摘自|語出|语出)/, "").replace(/(?:規定|规定)$/, "");
      const provision = opens || dashes ? readProvision(cited) : null;
      if (provision?.marked) {
        return { text: text.slice(0, at).replace(/[\s—―–-]+$/, ""), label: label ?? { text: cited.trim(), provision } };
      }
    }
    return null;
  }

  /**
   * …… at an end says that the sentence goes on, which it may.
   *
   * @param {Peeled} peeled
   * @returns {Peeled | null}
   */
  function withoutOmissions({ text, label }) {
    const bare = text.replace(/^(?:…|⋯|\.{3,})+\s*|\s*(?:…|⋯|\.{3,})+$/g, "");
    return bare && bare !== text ? { text: bare, label } : null;
  }

  /**
   * @param {string} name
   * @param {string[]} names
   * @param {Uint16Array} table
   */
  function isNamed(name, names, table) {
    const wanted = fold(name, table).replace(/^中华人民共和国/, "");
    return wanted.length > 1 && names.some((known) => {
      const own = fold(known, table).replace(/^中华人民共和国/, "");
      return own.length > 1 && (own.startsWith(wanted) || wanted.startsWith(own)); // a law may have no short name
    });
  }

  /**
   * How much of what a label says is true of a place: 3 all, 2 the article, 1 the law, 0 nothing.
   *
   * @param {import("./quote-lines.js").Stretch} at
   * @param {Label} label
   * @param {string[]} names
   * @param {Uint16Array} table
   */
  function howRight({ index, line }, { provision }, names, table) {
    if (provision.before && !/^本/.test(provision.before) && !isNamed(provision.before, names, table)) {
      return 0;
    }
    const doc = linesOf(index).doc[line] ?? 0;
    const { page, at } = index.docs[doc] ?? { page: "", at: [] };
    if (page !== provision.article) {
      return 1;
    }
    const steps = new Map((at[line - (index.first[doc] ?? 0)] ?? "").split("-").map((step) => [step[0], Number(step.slice(1))]));
    const { paragraph, item, subitem } = provision;
    const wanted = /** @type {[string, number][]} */ ([["p", paragraph], ["i", item], ["s", subitem]]);
    return wanted.every(([step, n]) => !n || steps.get(step) === n) ? 3 : 2;
  }

  const exports = { peel, isNamed, howRight };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
