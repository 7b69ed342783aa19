"use strict";
/**
 * What an answer of the calculator leaves open: whom and what a penalty means, what only an authority decides, and what
 * was not turned into yuan. Codes with the words they are about; the sentences stand in the catalogues.
 */
(() => {
  /** @type {typeof import("./penalty-amount.js")} */
  const { isGain, isRelative } = typeof module === "undefined" ? self.duizhao : require("./penalty-amount.js");

  /**
   * What stays open with these results, in the order in which a reader would ask.
   *
   * @param {PenaltyGroup[]} groups
   * @param {PenaltyLeft[]} left
   * @param {PenaltyQuestion} question
   * @param {PenaltyData["provisions"]} provisions
   * @returns {PenaltyNote[]}
   */
  function notesOn(groups, left, { gain, branches }, provisions) {
    const shown = groups.flatMap((g) => g.parts.flatMap((p) => p.entries.flatMap((e) => e.arms.flat())));
    const rows = shown.map((s) => s.row);
    const about = groups.map((group) => provisions[group.provision]);
    const relative = shown.filter(({ row }) => isRelative(row.unit));
    const ofGain = (/** @type {PenaltyRow} */ row) => isGain(row.base ?? "") || Boolean(row.gain && !row.gain.of);
    const used = branches.filter((code) => rows.some((row) => row.cond?.includes(code)));
    const seen = new Set();
    /** @type {PenaltyNote[]} */
    const notes = [];
    const add = (/** @type {string} */ code, /** @type {(string | undefined)[]} */ words, if_ = true) => {
      const said = [...new Set(words.filter((word) => word !== undefined && word !== ""))];
      if (if_ && !seen.has(code + said)) {
        seen.add(code + said);
        notes.push({ code, words: /** @type {string[]} */ (said) });
      }
    };
    about.forEach((p) => add("actor", [p?.actor], Boolean(p?.actor)));
    groups.forEach((group) => group.ways.forEach(([, , words]) => add("conduct", [words])));
    rows.forEach((row) => add("conduct", [row.shown?.conduct], Boolean(row.shown?.conduct)));
    about.forEach((p) => add("precondition", [p?.precondition], Boolean(p?.precondition)));
    add("branch", used, used.length > 0);
    add("both", [], shown.some((s) => s.when && !(s.row.gain ?? s.tests[0]?.gain)?.of));
    add("gain", [], [...rows, ...left.map((l) => l.row)].some((row) => ofGain(row) || row.kind === "confiscate_gains"));
    add("no-gain", [], gain.known === "none" && relative.some(({ row }) => isGain(row.base ?? "")));
    shown.forEach(({ row }) => add("tested", [row.gain?.of], Boolean(row.gain?.of)));
    relative.forEach(({ row }) => add(row.base ? "base" : "no-base", [row.base], !isGain(row.base ?? "")));
    rows.forEach((row) => add("per", [row.per], Boolean(row.per)));
    add("own", [], shown.some((s) => s.beside === "own"));
    add("list", [], groups.some((g) => g.parts.some((p) => p.entries.some((e) => e.list))));
    add("may", [], rows.some((row) => row.modality === "may"));
    add("unread", [], rows.some((row) => row.status));
    return notes;
  }

  const exports = { notesOn };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();
