"use strict";
/**
 * The fewest edits that make one string of another, and among those the ones that stand in the fewest places. Knows
 * strings only.
 *
 * @typedef {"same" | "change" | "omitted"} BlockKind `omitted`: the quotation itself shows that words are left out
 *
 * @typedef {object} Block a stretch of both folded texts; one of the two ranges may be empty
 * @property {BlockKind} kind
 * @property {[number, number]} quote
 * @property {[number, number]} law
 *
 * @typedef {object} Row costs of one row: of ways that end with an equal character, and with an edit
 * @property {Int32Array} same
 * @property {Int32Array} change
 */
(() => {
  /** Stands in a quotation for words left out: whatever the law has there costs nothing. */
  const OMIT = "\u0001";
  /** One edit outweighs any number of places in which edits stand. */
  const EDIT = 8192;
  const NEVER = 0x3fffffff;
  const [REPLACE, INSERT, DELETE] = [1, 2, 3];
  const [AFTER_CHANGE, SAME_AFTER_CHANGE, SKIPS] = [4, 8, 16];

  /**
   * @param {string} a the quotation
   * @param {string} b
   * @returns {Block[]} one a character; neighbours are not joined
   */
  function editScript(a, b) {
    const width = b.length + 1;
    const trace = new Uint8Array((a.length + 1) * width);
    let row = makeRow(width);
    let above = makeRow(width);
    for (let i = 0; i <= a.length; i++) {
      [row, above] = [above, row];
      const steps = trace.subarray(i * width, (i + 1) * width);
      if (!i) {
        firstRow(row, steps);
      } else if (a.charCodeAt(i - 1) === OMIT.charCodeAt(0)) {
        omittedRow(row, above, steps);
      } else {
        nextRow(a.charCodeAt(i - 1), b, row, above, steps);
      }
    }
    return traceBlocks(a, b, trace, (row.change[b.length] ?? 0) < (row.same[b.length] ?? 0));
  }

  /**
   * @param {number} width
   * @returns {Row}
   */
  function makeRow(width) {
    return { same: new Int32Array(width), change: new Int32Array(width) };
  }

  /**
   * Before the quotation begins the law can only have more.
   *
   * @param {Row} row
   * @param {Uint8Array} steps
   */
  function firstRow({ same, change }, steps) {
    same.fill(NEVER);
    same[0] = 0;
    change[0] = NEVER;
    for (let j = 1; j < same.length; j++) {
      change[j] = EDIT * j + 1;
      steps[j] = DELETE | (j > 1 ? AFTER_CHANGE : 0);
    }
  }

  /**
   * @param {number} code of the quotation's character
   * @param {string} b
   * @param {Row} row
   * @param {Row} above
   * @param {Uint8Array} steps
   */
  function nextRow(code, b, { same, change }, { same: sameUp, change: changeUp }, steps) {
    for (let j = 0; j < same.length; j++) {
      const [up, upChange] = [(sameUp[j] ?? 0) + 1, changeUp[j] ?? 0];
      let best = upChange <= up ? upChange : up;
      let step = INSERT | (upChange <= up ? AFTER_CHANGE : 0);
      let kept = NEVER;
      if (j) {
        const [left, leftChange] = [(same[j - 1] ?? 0) + 1, change[j - 1] ?? 0];
        if (leftChange < best || left < best) {
          best = leftChange <= left ? leftChange : left;
          step = DELETE | (leftChange <= left ? AFTER_CHANGE : 0);
        }
        const [back, backChange] = [(sameUp[j - 1] ?? 0) + 1, changeUp[j - 1] ?? 0];
        if (backChange <= best || back <= best) {
          best = backChange <= back ? backChange : back;
          step = REPLACE | (backChange <= back ? AFTER_CHANGE : 0);
        }
        if (code === b.charCodeAt(j - 1)) {
          kept = backChange < back - 1 ? backChange : back - 1;
          step |= backChange < back - 1 ? SAME_AFTER_CHANGE : 0;
        }
      }
      same[j] = kept;
      change[j] = best >= NEVER ? NEVER : best + EDIT;
      steps[j] = step;
    }
  }

  /**
   * @param {Row} row
   * @param {Row} above
   * @param {Uint8Array} steps
   */
  function omittedRow({ same, change }, { same: sameUp, change: changeUp }, steps) {
    change.fill(NEVER);
    for (let j = 0; j < same.length; j++) {
      const [up, upChange] = [sameUp[j] ?? 0, changeUp[j] ?? 0];
      const down = upChange < up ? upChange : up;
      const left = j ? same[j - 1] ?? 0 : NEVER;
      same[j] = left <= down ? left : down;
      steps[j] = left <= down && j ? SKIPS : upChange < up ? SAME_AFTER_CHANGE : 0;
    }
  }

  /**
   * @param {string} a
   * @param {string} b
   * @param {Uint8Array} trace
   * @param {boolean} changed whether the last step is an edit
   * @returns {Block[]}
   */
  function traceBlocks(a, b, trace, changed) {
    /** @type {Block[]} */
    const blocks = [];
    let [i, j] = [a.length, b.length];
    while (i || j) {
      const step = trace[i * (b.length + 1) + j] ?? 0;
      const [endI, endJ] = [i, j];
      /** @type {BlockKind} */
      let kind = "change";
      if (changed) {
        i -= (step & 3) === DELETE ? 0 : 1;
        j -= (step & 3) === INSERT ? 0 : 1;
        changed = Boolean(step & AFTER_CHANGE);
      } else if (a.charAt(i - 1) === OMIT) {
        kind = "omitted";
        i -= step & SKIPS ? 0 : 1;
        j -= step & SKIPS ? 1 : 0;
        changed = !(step & SKIPS) && Boolean(step & SAME_AFTER_CHANGE);
      } else {
        kind = "same";
        i--;
        j--;
        changed = Boolean(step & SAME_AFTER_CHANGE);
      }
      blocks.push({ kind, quote: [i, endI], law: [j, endJ] });
    }
    return blocks.reverse();
  }

  const exports = { editScript, OMIT };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
