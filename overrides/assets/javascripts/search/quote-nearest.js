"use strict";
/**
 * Which lines of the laws a quotation is nearest to, and how much of them: one line, or several if it goes on.
 *
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./align.js").Side} Side
 * @typedef {import("./quote-lines.js").Stretch} Stretch
 * @typedef {import("./quote.js").Compared} Compared
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./align.js")} */
  const { align, sideOf } = shared ?? require("./align.js");
  /** @type {typeof import("./quote-compare.js")} */
  const { compare, nearerScript, stretchOf } = shared ?? require("./quote-compare.js");
  /** @type {typeof import("./quote-find.js")} */
  const { fit } = shared ?? require("./quote-find.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { wordsOf, neighbour } = shared ?? require("./quote-lines.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = shared ?? require("./shard.js");
  /** @type {Script[]} */
  const SCRIPTS = ["Hant", "Hans"];
  /** Cells of all tables that a search for the best line may fill, and of the lines beside it. */
  const [MOST_CELLS, MOST_LINES, WORTH_A_LINE] = [6_000_000, 60, 250];
  /** So many lines are looked at closely, more only if they fit equally well. */
  const [REFINED, MOST_REFINED] = [4, 12];

  /**
   * The lines that a quotation is nearest to; several, if they are equally near.
   *
   * @param {Side} quote marks of omission count as such
   * @param {readonly import("./quote-find.js").Candidate[]} found
   * @param {Uint16Array} table
   * @returns {Compared[]}
   */
  function nearest(quote, found, table) {
    let cells = 0;
    const fits = [];
    for (const { index, row, line } of found) {
      const text = index.folded.slice(index.starts[row], (index.starts[row + 1] ?? 0) - 1);
      cells += text.length * quote.folded.length;
      if (fits.length > 1 && cells > MOST_CELLS) {
        break;
      }
      fits.push({ index, line, score: fit(quote.folded, text).score });
    }
    fits.sort((a, b) => b.score - a.score);
    const best = fits[0]?.score ?? 0;
    const close = fits.filter(({ score }, i) => score === best || (i < REFINED && score > best * 0.7)).slice(0, MOST_REFINED);
    const likely = linesByLaw(found);
    /** @type {Compared[]} */
    const near = [];
    for (const { index, line, score } of close) {
      if (!near.some(({ at }) => at.index === index && at.line < line && line <= at.last)) {
        const lines = widened(quote, { index, line, last: line, script: "Hans" }, score, likely.get(index), table);
        near.push(nearerScript(SCRIPTS.map((script) => compare(quote, bestPart(quote, { ...lines, script }, table), table))));
      }
    }
    near.sort((a, b) => b.likeness - a.likeness || a.edits - b.edits);
    const [first] = near;
    const seen = new Set();
    return near.filter(({ at, likeness, edits }) => {
      const key = `${at.index.law} ${at.line} ${at.last}`;
      return likeness === first?.likeness && edits === first.edits && !seen.has(key) && seen.add(key);
    });
  }

  /**
   * The lines with those beside them that the quotation goes on into.
   *
   * @param {Side} quote
   * @param {Omit<Stretch, "from" | "to">} lines
   * @param {number} score
   * @param {Set<number> | undefined} likely lines that share words with the quotation
   * @param {Uint16Array} table
   */
  function widened(quote, lines, score, likely, table) {
    let [best, wide] = [score, lines];
    const worth = (/** @type {typeof lines} */ tried) => {
      const { folded } = sideOf(wordsOf(tried), table);
      return folded.length * quote.folded.length > MOST_CELLS ? 0 : fit(quote.folded, folded).score;
    };
    const all = likelyAround(lines, likely, quote.text.length);
    const found = all.last > all.line && best < 100 * quote.folded.length - WORTH_A_LINE ? worth(all) : 0;
    [best, wide] = found < best + WORTH_A_LINE ? [best, wide] : [found, all];
    for (const way of /** @type {const} */ ([1, -1])) {
      for (let n = 0; n < MOST_LINES && best < 100 * quote.folded.length - WORTH_A_LINE; n++) {
        const next = neighbour(lines.index, way > 0 ? wide.last : wide.line, way);
        const tried = next < 0 ? wide : { ...wide, line: Math.min(wide.line, next), last: Math.max(wide.last, next) };
        const longer = next < 0 ? 0 : worth(tried);
        if (longer < best + WORTH_A_LINE) {
          break;
        }
        [best, wide] = [longer, tried];
      }
    }
    return wide;
  }

  /**
   * The lines beside one that share words with the quotation too, as many as it may have come from.
   *
   * @param {Omit<Stretch, "from" | "to">} lines
   * @param {Set<number> | undefined} likely
   * @param {number} length
   */
  function likelyAround(lines, likely, length) {
    let [wide, size] = [lines, 0];
    for (const way of /** @type {const} */ ([1, -1])) {
      let next = neighbour(lines.index, lines.line, way);
      while (likely?.has(next) && size < 2 * length) {
        size += lineOf(lines.index, next, "Hans").length;
        wide = { ...wide, line: Math.min(wide.line, next), last: Math.max(wide.last, next) };
        next = neighbour(lines.index, next, way);
      }
    }
    return wide;
  }

  /**
   * @param {readonly import("./quote-find.js").Candidate[]} found
   * @returns {Map<Index, Set<number>>}
   */
  function linesByLaw(found) {
    const lines = new Map();
    found.forEach(({ index, line }) => lines.set(index, (lines.get(index) ?? new Set()).add(line)));
    return lines;
  }

  /**
   * @param {Side} quote
   * @param {Omit<Stretch, "from" | "to">} lines
   * @param {Uint16Array} table
   * @returns {Stretch}
   */
  function bestPart(quote, lines, table) {
    const side = sideOf(wordsOf(lines), table);
    let { from, to } = fit(quote.folded, side.folded);
    const blocks = align(quote, { text: "", folded: side.folded.slice(from, to), places: [] }).blocks;
    const [first, last] = [blocks[0], blocks[blocks.length - 1]];
    const isEdge = (/** @type {number} */ at) =>
      at <= 0 || at >= side.places.length || (side.places[at] ?? 0) > (side.places[at - 1] ?? 0) + 1;
    if (last?.kind === "change" && last !== first) {
      to = clauseEnd(to, last, isEdge, 1);
    }
    if (first?.kind === "change" && last !== first) {
      from = clauseEnd(from, first, isEdge, -1);
    }
    return stretchOf(side, from, to, quote, lines);
  }

  /**
   * Where the law's words end, if the quotation ends with others. If a clause of the law ends in front of them, they
   * replace nothing; if it ends after no more than they are, they replace the rest of it.
   *
   * @param {number} at an end of the words
   * @param {import("./edits.js").Block} change the difference that stands there
   * @param {(at: number) => boolean} isEdge whether a clause begins or ends at a folded character
   * @param {1 | -1} way to the end, or to the beginning
   */
  function clauseEnd(at, { quote, law }, isEdge, way) {
    const [more, less] = [quote[1] - quote[0], law[1] - law[0]];
    if (isEdge(at - way * less)) {
      return at - way * less;
    }
    for (let by = 0; by <= more - less; by++) {
      if (isEdge(at + way * by)) {
        return at + way * by;
      }
    }
    return at;
  }

  const exports = { nearest };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
