"use strict";
/**
 * An alignment as a reader sees it: one column a character, and each difference in words.
 *
 * @typedef {import("./align.js").Alignment} Alignment
 * @typedef {import("./align.js").Side} Side
 *
 * @typedef {object} Column a character of the quotation over one of the law; either may be ""
 * @property {string} quote
 * @property {string} law
 * @property {"same" | "script" | "mark" | "change" | "omitted" | "break"} kind `mark`: punctuation, which is not
 *   counted; `break`: a new line of the law begins
 * @property {number} change which difference it belongs to, from 1; 0 for none
 *
 * @typedef {object} Change
 * @property {string} quote
 * @property {string} law
 * @property {string} before the law's words in front of it, and behind it
 * @property {string} after
 * @property {"" | "number" | "written"} number two numbers; one number written in two ways
 * @property {[string, string]} numbers if so, the whole numbers, of the quotation and of the law
 *
 * @typedef {object} Uncounted what was found to be different and does not count
 * @property {[string, string][]} script characters
 * @property {[string, string][]} marks
 * @property {number} blanks
 */
(() => {
  /** @type {typeof import("../provision.js")} */
  const { readNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");
  const BLANK = /^[\s\u200b-\u200d\u2060\ufeff\u00ad\ufe00-\ufe0f\u0001]$/u;
  const NUMERAL = /^[0-9０-９〇零○一二三四五六七八九十百千万萬亿億两兩点點.]$/;
  const CONTEXT = 8;

  /**
   * @param {Alignment} alignment
   * @returns {{columns: Column[], uncounted: Uncounted}}
   */
  function columnsOf(alignment) {
    const { quote, law, blocks } = alignment;
    /** @type {Column[]} */
    const columns = [];
    /** @type {Uncounted} */
    const uncounted = { script: [], marks: [], blanks: 0 };
    let [doneQuote, doneLaw, change] = [-1, -1, 0];
    const gap = (/** @type {number} */ q, /** @type {number} */ l) => {
      pairMarks(doneQuote < q ? gapAt(quote, q) : "", doneLaw < l ? gapAt(law, l) : "", columns, uncounted);
      doneQuote = Math.max(doneQuote, q);
      doneLaw = Math.max(doneLaw, l);
    };
    for (const { kind, quote: q, law: l } of blocks) {
      if (kind === "same") {
        for (let i = 0; i < q[1] - q[0]; i++) {
          gap(q[0] + i, l[0] + i);
          pairCharacter(charAt(quote, q[0] + i), charAt(law, l[0] + i), columns, uncounted);
        }
        continue;
      }
      change += kind === "change" ? 1 : 0;
      gap(q[0] < q[1] || l[0] === l[1] || !isBetter(gapAt(law, l[1]), gapAt(law, l[0]), gapAt(quote, q[0])) ? q[0] : doneQuote,
        l[0] < l[1] || !isBetter(gapAt(quote, q[1]), gapAt(quote, q[0]), gapAt(law, l[0])) ? l[0] : doneLaw);
      columns.push(...(kind === "omitted" ? [{ quote: "…", law: "…", kind, change: 0 }] : changed(raw(quote, q), raw(law, l), change)));
      [doneQuote, doneLaw] = [Math.max(doneQuote, q[1] - 1), Math.max(doneLaw, l[1] - 1)];
    }
    gap(quote.folded.length, law.folded.length);
    return { columns: columns.filter((c) => c.quote || c.law || c.kind === "break"), uncounted };
  }

  /**
   * Does the gap behind what one side alone has match the other side's better than the one in front of it?
   *
   * @param {string} behind
   * @param {string} front
   * @param {string} other
   */
  function isBetter(behind, front, other) {
    return front.trim() !== other.trim() && (behind.trim() === other.trim() || (!front.trim() && behind.trim() !== ""));
  }

  /**
   * What stands between a folded character and the one in front of it.
   *
   * @param {Side} side
   * @param {number} at
   */
  function gapAt({ text, folded, places }, at) {
    return text.slice(at ? (places[at - 1] ?? 0) + 1 : 0, at < folded.length ? places[at] : text.length);
  }

  /**
   * @param {Side} side
   * @param {number} at
   */
  function charAt({ text, places }, at) {
    return text.charAt(places[at] ?? 0);
  }

  /**
   * @param {Side} side
   * @param {[number, number]} range of folded characters
   */
  function raw({ text, places }, [from, to]) {
    return to > from ? text.slice(places[from] ?? 0, (places[to - 1] ?? 0) + 1) : "";
  }

  /**
   * @param {string} q
   * @param {string} l
   * @param {Column[]} columns
   * @param {Uncounted} uncounted
   */
  function pairCharacter(q, l, columns, uncounted) {
    const last = columns[columns.length - 1];
    if (/[\udc00-\udfff]/.test(l) && last && /[\ud800-\udbff]$/.test(last.law)) {
      last.quote += q; // the second unit of a character
      last.law += l;
      return;
    }
    if (q !== l && !BLANK.test(q)) {
      uncounted.script.push([q, l]);
    }
    columns.push({ quote: q, law: l, kind: q === l || BLANK.test(q) ? "same" : "script", change: 0 });
  }

  /**
   * Punctuation over punctuation; blanks are counted and not shown.
   *
   * @param {string} q
   * @param {string} l
   * @param {Column[]} columns
   * @param {Uncounted} uncounted
   */
  function pairMarks(q, l, columns, uncounted) {
    if (q === l && !l.includes("\n")) {
      columns.push(...[...l].filter((c) => !BLANK.test(c)).map((c) => ({ quote: c, law: c, kind: /** @type {const} */ ("same"), change: 0 })));
      return;
    }
    const [marks, own] = [[...q].filter((c) => !BLANK.test(c)), [...l].filter((c) => !BLANK.test(c))];
    uncounted.blanks += Math.abs([...q].length - marks.length - ([...l].length - own.length - (l.split("\n").length - 1)));
    const lead = [...l.split("\n")[0] ?? ""].filter((c) => !BLANK.test(c)).length;
    for (let i = 0; i < Math.max(marks.length, own.length, l.includes("\n") ? lead + 1 : 0); i++) {
      if (i === lead && l.includes("\n")) {
        columns.push({ quote: "", law: "", kind: "break", change: 0 });
      }
      const [a = "", b = ""] = [marks[i], own[i]];
      if (a !== b) {
        uncounted.marks.push([a, b]);
      }
      columns.push({ quote: a, law: b, kind: a === b ? "same" : "mark", change: 0 });
    }
  }

  /**
   * @param {string} q
   * @param {string} l
   * @param {number} change
   * @returns {Column[]}
   */
  function changed(q, l, change) {
    const [a, b] = [[...q].filter((c) => !BLANK.test(c)), [...l].filter((c) => !BLANK.test(c))];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ({ quote: a[i] ?? "", law: b[i] ?? "", kind: "change", change }));
  }

  /**
   * @param {Alignment} alignment
   * @returns {Change[]}
   */
  function changesOf({ quote, law, blocks }) {
    return blocks.filter(({ kind }) => kind === "change").map(({ quote: q, law: l }) => {
      const start = l[0] < law.folded.length ? law.places[l[0]] ?? 0 : law.text.length;
      const end = l[1] > l[0] ? (law.places[l[1] - 1] ?? 0) + 1 : start;
      /** @type {[string, string]} */
      const numbers = [numberAround(quote, q), numberAround(law, l)];
      const number = kindOfNumber(raw(quote, q) + raw(law, l), numbers);
      return {
        quote: raw(quote, q),
        law: raw(law, l),
        before: tail(law.text.slice(0, start)),
        after: Array.from(law.text.slice(end).split("\n")[0] ?? "").slice(0, CONTEXT).join(""),
        number,
        numbers: number ? numbers : ["", ""],
      };
    });
  }

  /** @param {string} text */
  function tail(text) {
    return Array.from(text.split("\n").pop() ?? "").slice(-CONTEXT).join("");
  }

  /**
   * The number that a stretch is part of.
   *
   * @param {Side} side
   * @param {[number, number]} range
   */
  function numberAround({ folded }, [from, to]) {
    let [start, end] = [from, to];
    while (start > 0 && NUMERAL.test(folded[start - 1] ?? "")) {
      start--;
    }
    while (end < folded.length && NUMERAL.test(folded[end] ?? "")) {
      end++;
    }
    return folded.slice(start, end);
  }

  /**
   * @param {string} characters those that differ
   * @param {[string, string]} numbers
   * @returns {"" | "number" | "written"}
   */
  function kindOfNumber(characters, [a, b]) {
    if (!a || !b || ![...characters].every((c) => NUMERAL.test(c)) || ![...a + b].every((c) => NUMERAL.test(c))) {
      return "";
    }
    const [one, other] = [valueOf(a), valueOf(b)];
    return one !== null && one === other ? "written" : "number";
  }

  /**
   * @param {string} text 五十万, 50万, 500000
   * @returns {number | null}
   */
  function valueOf(text) {
    const [, high, unit, low] = /^(.+?)([万亿])(.*)$/.exec(text) ?? [];
    const [whole, rest] = high ? [readNumeral(high), low ? readNumeral(low) : 0] : [0, readNumeral(text)];
    return whole === null || rest === null ? null : whole * (unit === "亿" ? 1e8 : 1e4) + rest;
  }

  const exports = { columnsOf, changesOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
