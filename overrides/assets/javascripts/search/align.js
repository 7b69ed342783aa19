"use strict";
/**
 * Two texts held against each other character by character, once both are folded: the fewest changes, in as few
 * places as can be, and placed where a reader sees them (a whole clause, not the end of one and the start of the
 * next). Knows no page and no law.
 *
 * @typedef {import("./edits.js").Block} Block
 *
 * @typedef {object} Side a text, its folded form, and where in the text each folded character stands
 * @property {string} text
 * @property {string} folded
 * @property {number[]} places
 *
 * @typedef {{quote: Side, law: Side, blocks: Block[]}} Alignment blocks cover both folded texts in order
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./edits.js")} */
  const { editScript, OMIT } = typeof module === "undefined" ? self.duizhao : require("./edits.js");
  const OMISSION = /[［\[〔（(](?:[中下]?略|…+|⋯+|\.{3,})[］\]〕）)]|…+|⋯+|\.{3,}/g;
  /** Cells of the table of edits; above it the texts are first cut where they surely agree. */
  const MOST_CELLS = 4_200_000;
  const ANCHOR = 16;

  /**
   * The text with each mark of omission as one character, all offsets kept.
   *
   * @param {string} text
   */
  function markOmissions(text) {
    return text.replace(OMISSION, (mark) => OMIT.padEnd(mark.length, " "));
  }

  /**
   * @param {string} text marks of omission already marked, if they are to count as such
   * @param {Uint16Array} table
   * @returns {Side}
   */
  function sideOf(text, table) {
    /** @type {number[]} */
    const places = [];
    const own = table.slice();
    own[1] = 1;
    own[10] = own[13] = 0; // an end of line is no character of the words
    return { text, folded: fold(text, own, places), places };
  }

  /**
   * @param {Side} quote
   * @param {Side} law
   * @returns {Alignment}
   */
  function align(quote, law) {
    const sides = { quote, law };
    let blocks = editBlocks(quote.folded, law.folded);
    for (let i = 1; i + 1 < blocks.length; i++) {
      blocks = slide(blocks, i, sides);
    }
    return { ...sides, blocks: wholeCharacters(mergeBlocks(blocks), sides) };
  }

  /**
   * The fewest edits between two folded texts.
   *
   * @param {string} a the quotation
   * @param {string} b
   * @returns {Block[]}
   */
  function editBlocks(a, b) {
    let head = 0;
    while (head < a.length && head < b.length && a[head] === b[head]) {
      head++;
    }
    let tail = 0;
    while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
      tail++;
    }
    const [endA, endB] = [a.length - tail, b.length - tail];
    return mergeBlocks([
      { kind: "same", quote: [0, head], law: [0, head] },
      ...shifted(innerBlocks(a.slice(head, endA), b.slice(head, endB)), head, head),
      { kind: "same", quote: [endA, a.length], law: [endB, b.length] },
    ]);
  }

  /**
   * @param {string} a
   * @param {string} b
   * @returns {Block[]}
   */
  function innerBlocks(a, b) {
    if ((a.length + 1) * (b.length + 1) <= MOST_CELLS) {
      return editScript(a, b);
    }
    const [cutA, cutB] = anchorOf(a, b) ?? [0, 0];
    return cutA
      ? [...editBlocks(a.slice(0, cutA), b.slice(0, cutB)), ...shifted(editBlocks(a.slice(cutA), b.slice(cutB)), cutA, cutB)]
      : [{ kind: "change", quote: [0, a.length], law: [0, b.length] }];
  }

  /**
   * Where two long texts surely belong together: words near the middle that stand once in both.
   *
   * @param {string} a
   * @param {string} b
   * @returns {[number, number] | null}
   */
  function anchorOf(a, b) {
    const middle = a.length >> 1;
    for (let step = 0; step < middle - ANCHOR; step += ANCHOR >> 1) {
      for (const at of [middle + step, middle - step]) {
        const words = a.slice(at, at + ANCHOR);
        const found = words.length === ANCHOR ? b.indexOf(words) : -1;
        if (found >= 0 && found === b.lastIndexOf(words) && a.indexOf(words) === a.lastIndexOf(words)) {
          return [at, found];
        }
      }
    }
    return null;
  }

  /**
   * @param {Block[]} blocks
   * @param {number} byA
   * @param {number} byB
   * @returns {Block[]}
   */
  function shifted(blocks, byA, byB) {
    return blocks.map(({ kind, quote, law }) => ({
      kind,
      quote: [quote[0] + byA, quote[1] + byA],
      law: [law[0] + byB, law[1] + byB],
    }));
  }

  /**
   * Neighbours of one kind are one block; a single equal character between two changes belongs to them, so that
   * differences are not scattered.
   *
   * @param {Block[]} blocks
   * @returns {Block[]}
   */
  function mergeBlocks(blocks) {
    const long = joinAlike(blocks.filter(({ quote, law }) => quote[1] > quote[0] || law[1] > law[0]));
    return joinAlike(
      long.map((block, i) => {
        const between = long[i - 1]?.kind === "change" && long[i + 1]?.kind === "change";
        const single = block.kind === "same" && block.quote[1] - block.quote[0] === 1;
        return between && single ? { ...block, kind: "change" } : block;
      }),
    );
  }

  /**
   * @param {Block[]} blocks
   * @returns {Block[]}
   */
  function joinAlike(blocks) {
    /** @type {Block[]} */
    const out = [];
    for (const block of blocks) {
      const last = out[out.length - 1];
      if (last?.kind === block.kind) {
        const { kind, quote, law } = last;
        out[out.length - 1] = { kind, quote: [quote[0], block.quote[1]], law: [law[0], block.law[1]] };
      } else {
        out.push(block);
      }
    }
    return out;
  }

  /**
   * Characters that one side alone has may stand a little earlier or later with the same right: 甲，乙丙，[乙丁，]… They
   * are put where a clause begins or ends.
   *
   * @param {Block[]} blocks
   * @param {number} i
   * @param {{quote: Side, law: Side}} sides
   * @returns {Block[]}
   */
  function slide(blocks, i, sides) {
    const [before, block, after] = /** @type {[Block, Block, Block]} */ (blocks.slice(i - 1, i + 2));
    const name = block.law[0] === block.law[1] ? "quote" : "law";
    const [start, end] = block[name];
    const other = name === "quote" ? block.law : block.quote;
    if (block.kind !== "change" || other[1] > other[0] || before.kind !== "same" || after.kind !== "same") {
      return blocks;
    }
    const side = sides[name];
    const worth = (/** @type {number} */ by) => edgesAt(side, start + by) + edgesAt(side, end + by);
    let best = 0;
    for (let by = -1; start + by >= before[name][0] && side.folded[start + by] === side.folded[end + by]; by--) {
      best = worth(by) > worth(best) ? by : best;
    }
    for (let by = 1; end + by <= after[name][1] && side.folded[start + by - 1] === side.folded[end + by - 1]; by++) {
      best = worth(by) > worth(best) ? by : best;
    }
    const move = (/** @type {[number, number]} */ [a, b], /** @type {number} */ byA, /** @type {number} */ byB) =>
      /** @type {[number, number]} */ ([a + byA, b + byB]);
    return blocks.map((one, at) => {
      const [byA, byB] = at === i - 1 ? [0, best] : at === i ? [best, best] : at === i + 1 ? [best, 0] : [0, 0];
      return { kind: one.kind, quote: move(one.quote, byA, byB), law: move(one.law, byA, byB) };
    });
  }

  /**
   * 1 where punctuation or an end of the text stands before a folded character.
   *
   * @param {Side} side
   * @param {number} at
   */
  function edgesAt({ text, folded, places }, at) {
    const [last, next] = [places[at - 1] ?? -1, at < folded.length ? places[at] ?? 0 : text.length];
    return at === 0 || at === folded.length || next > last + 1 ? 1 : 0;
  }

  /**
   * A character outside the basic plane is two units, of which one may be equal: both belong to the change.
   *
   * @param {Block[]} blocks
   * @param {{quote: Side, law: Side}} sides
   * @returns {Block[]}
   */
  function wholeCharacters(blocks, { quote, law }) {
    const isTail = (/** @type {string} */ char) => char >= "\udc00" && char < "\ue000";
    const out = blocks.map(({ kind, quote: q, law: l }) => ({ kind, quote: /** @type {[number, number]} */ ([...q]), law: /** @type {[number, number]} */ ([...l]) }));
    out.forEach((block, i) => {
      const next = out[i + 1];
      const cut = next && (isTail(quote.folded[next.quote[0]] ?? "") || isTail(law.folded[next.law[0]] ?? ""));
      if (next && cut) {
        const by = block.kind === "same" ? -1 : 1;
        for (const name of /** @type {const} */ (["quote", "law"])) {
          block[name][1] += by;
          next[name][0] += by;
        }
      }
    });
    return mergeBlocks(out);
  }

  const exports = { align, sideOf, markOmissions };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
