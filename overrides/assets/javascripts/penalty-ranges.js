"use strict";
/**
 * Which rows of a table of penalties apply to an article, and with which range: lists what the text lays down. No total,
 * no middle, no choice among what the text puts up for choice; what only an authority decides is said. Knows no page.
 */
(() => {
  /** @type {typeof import("./penalty-amount.js")} */
  const { exact, isGain, isRelative, share, compareExact } =
    typeof module === "undefined" ? self.duizhao : require("./penalty-amount.js");
  /** @type {typeof import("./penalty-notes.js")} */
  const { notesOn } = typeof module === "undefined" ? self.duizhao : require("./penalty-notes.js");

  /** A measure for those who are already punished stands with the others, below its own condition. */
  const AFTER = "penalised";
  const PERSONS = ["responsible_persons", "supervisor", "principal"];
  const ADDRESSED = ["violator", "person_or_org", "unit", "individual"];

  /**
   * Everything that the rows of an edition say of a case, and what they leave open.
   *
   * @param {PenaltyData} data
   * @param {PenaltyQuestion} question
   * @returns {PenaltyAnswer}
   */
  function rangesFor({ rows, provisions }, question) {
    const named = rows.filter((row) => row.violated.some((id) => fits(id, question.article)));
    /** @type {PenaltyGroup[]} */
    const groups = [];
    /** @type {PenaltyLeft[]} */
    const left = [];
    for (const row of named) {
      const shown = judge(row, named, question);
      if ("why" in shown) {
        left.push(shown);
      } else {
        place(shown, groups, question.article);
      }
    }
    for (const group of groups) {
      const ways = provisions[group.provision]?.ways ?? [];
      group.ways = ways.flatMap(([name, href, ids, words]) => (ids.some((id) => group.named.includes(id)) ? [[name, href, words]] : []));
    }
    return { groups, left, notes: notesOn(groups, left, question, provisions) };
  }

  /**
   * Does an id that is named as violated concern the article or 款 that is asked for? A whole article reaches all its
   * 款; of an article asked for as a whole each 款 counts.
   *
   * @param {string} named
   * @param {string} asked
   */
  function fits(named, asked) {
    return named === asked || below(asked, named) || below(named, asked);
  }

  /**
   * Is it a part of the whole, and not the whole? `art-12-z1` is an article of its own, no part of `art-12`.
   *
   * @param {string} part
   * @param {string} whole
   */
  function below(part, whole) {
    return part.startsWith(`${whole}-`) && !part.startsWith(`${whole}-z`);
  }

  /**
   * The circumstances that the rows of an article know, in the order of the text.
   *
   * @param {PenaltyRow[]} rows
   * @param {string} article
   * @returns {string[]}
   */
  function branchesOf(rows, article) {
    const named = rows.filter((row) => row.violated.some((id) => fits(id, article)));
    return [...new Set(named.flatMap((row) => row.cond ?? []))].filter((code) => code !== AFTER);
  }

  /** @param {PenaltyRow} row */
  function provisionOf(row) {
    return row.id.replace(/-\d+$/, "");
  }

  /**
   * @param {PenaltyRow} row
   * @param {PenaltyRow[]} named
   * @param {PenaltyQuestion} question
   * @returns {PenaltyShown | PenaltyLeft}
   */
  function judge(row, named, { gain, branches, subject }) {
    const leave = (/** @type {PenaltyLeft["why"]} */ why, tests = /** @type {PenaltyRow[]} */ ([])) => ({ row, why, tests });
    const other = wrongSubject(row, subject);
    if (other) {
      return leave(other);
    }
    if (!opens(row, branches)) {
      return leave("branch");
    }
    if (row.kind === "confiscate_gains" && gain.known === "none") {
      return leave("no-gain");
    }
    const test = holds(row, gain);
    if (test === "no") {
      return leave("test");
    }
    const tests = row.gain ? [] : siblings(row, named);
    const met = tests.filter((other) => holds(other, gain) === "yes");
    if (met.length) {
      return leave("rule", met);
    }
    const open = tests.filter((other) => holds(other, gain) === "open");
    const when = test === "open" ? "test" : open.length ? "rule" : "";
    return { row, when, tests: open, beside: besideBase(row), yuan: inYuan(row, gain) };
  }

  /**
   * @param {PenaltyRow} row
   * @param {PenaltyQuestion["subject"]} subject
   * @returns {"" | "natural" | "unit" | "individual" | "persons"}
   */
  function wrongSubject(row, subject) {
    if (subject === "person") {
      return row.subject === "unit" ? "unit" : PERSONS.includes(row.subject) ? "persons" : "";
    }
    if (row.subject === "individual") {
      return "individual";
    }
    return row.natural && ADDRESSED.includes(row.subject) ? "natural" : "";
  }

  /**
   * @param {PenaltyRow} row
   * @param {string[]} assumed
   */
  function opens({ cond = [], cond_all }, assumed) {
    const isOpen = (/** @type {string} */ code) => code === AFTER || assumed.includes(code);
    return !cond.length || (cond_all?.length ? cond.every(isOpen) : cond.some(isOpen));
  }

  /**
   * Does the row's test on the illegal gain hold? "yes" where it has none. A bound that the text includes (以上、以下) holds
   * at its figure, 不足 and 超過 do not. 不足 alone does not say what becomes of no gain at all; a test on anything else
   * is open.
   *
   * @param {PenaltyRow} row
   * @param {PenaltyGain} gain
   * @returns {"yes" | "no" | "open"}
   */
  function holds({ gain: asked }, gain) {
    if (!asked) {
      return "yes";
    }
    if (gain.known === "unknown" || asked.of) {
      return "open";
    }
    const { test, yuan, below: end, inclusive } = asked;
    if (gain.known !== "yuan") {
      return test === "lt" ? "open" : test === "ge" ? "no" : "yes";
    }
    if (test === "none") {
      return "no";
    }
    if (yuan === undefined) {
      return test === "ge" ? "yes" : "open"; // 有違法所得的
    }
    const than = (/** @type {PenaltyFigure} */ figure) => compareExact({ value: gain.yuan, scale: 0 }, exact(figure));
    const at = than(yuan);
    const meets = test === "ge" ? at > 0 || (at === 0 && inclusive !== false) : at < 0 || (at === 0 && inclusive === true);
    return meets && (end === undefined || than(end) < 0) ? "yes" : "no";
  }

  /**
   * Fines that stand beside a fine without a test and take its place where their test holds.
   *
   * @param {PenaltyRow} row
   * @param {PenaltyRow[]} named
   */
  function siblings(row, named) {
    const key = (/** @type {PenaltyRow} */ r) => [provisionOf(r), r.kind, r.subject, r.items, r.cond].join("|");
    return row.kind === "fine" ? named.filter((other) => other.gain && key(other) === key(row)) : [];
  }

  /**
   * @param {PenaltyRow} row
   * @returns {PenaltyShown["beside"]}
   */
  function besideBase({ cond = [], cumulative, min, max }) {
    const heavier = cond.some((code) => code !== AFTER);
    return !heavier ? "" : cumulative ? "adds" : min === undefined && max === undefined ? "" : "own";
  }

  /**
   * @param {PenaltyRow} row
   * @param {PenaltyGain} gain
   * @returns {PenaltyShown["yuan"]}
   */
  function inYuan({ min, max, unit = "", base = "", per }, gain) {
    if (!isRelative(unit) || !isGain(base) || per || gain.known !== "yuan") {
      return null;
    }
    const of = (/** @type {PenaltyFigure | undefined} */ figure) => (figure === undefined ? null : share(figure, unit, gain.yuan));
    return { min: of(min), max: of(max) };
  }

  /**
   * Put a row where it belongs: below its 款, on whom it falls, for which conduct, and in its list if the text puts it up for choice.
   *
   * @param {PenaltyShown} shown
   * @param {PenaltyGroup[]} groups
   * @param {string} article
   */
  function place(shown, groups, article) {
    const { row } = shown;
    const provision = provisionOf(row);
    const named = row.violated.filter((id) => fits(id, article));
    let group = groups.find((other) => other.provision === provision);
    if (!group) {
      groups.push((group = { provision, named: [], ways: [], parts: [] }));
    }
    group.named.push(...named.filter((id) => !group?.named.includes(id)));
    const who = ADDRESSED.includes(row.subject) ? "main" : PERSONS.includes(row.subject) ? "persons" : row.subject;
    const conduct = row.shown?.conduct ?? group.parts[0]?.conduct ?? "";
    let part = group.parts.find((other) => other.who === who && other.conduct === conduct);
    if (!part) {
      group.parts.push((part = { who, conduct, entries: [] }));
    }
    const [, list = "", arm = ""] = /^(\D+)(\d+)$/.exec(row.choice ?? "") ?? [];
    const entry = list && part.entries.find((other) => other.list === list);
    if (!entry) {
      part.entries.push({ list, arms: [[shown]] });
      return;
    }
    const same = entry.arms.find(([first]) => first?.row.choice === list + arm);
    if (same) {
      same.push(shown);
    } else {
      entry.arms.push([shown]);
    }
  }

  const exports = { rangesFor, branchesOf, fits, below, provisionOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();
