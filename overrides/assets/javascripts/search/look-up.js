"use strict";
/**
 * What a query names in one law: provisions, headings, the law itself; and what it names that this law does not have.
 *
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {{kind: "beyond", count: number, last: Hit}} Beyond 本法只有 68 條
 * @typedef {{kind: "absent", article: string, offers: Hit[]}} Absent 本法沒有第五十七條之二; offers are what else may be meant
 * @typedef {Beyond | Absent} Notice
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./citation.js")} */
  const { articlesOf, placesOf } = typeof module === "undefined" ? self.duizhao : require("./citation.js");
  const COUNTRY = /^中华人民共和国/;
  const HEADING_LABEL = /^第[一二三四五六七八九十百零〇]+(?:分编|编|章|节)/;
  const SHORTEST_ABBREVIATION = 3;
  const NAMED = ["heading", "notice", "explanation", "annex"];
  /** @type {WeakMap<LawEntry, string[]>} */
  const knownNames = new WeakMap();
  /** @type {WeakMap<Index, Map<string, number[]>>} */
  const knownHeadings = new WeakMap();

  /**
   * The laws that a name stands for: those called so, else those whose name holds it or is shortened by it (民诉法).
   *
   * @param {string} name
   * @param {Iterable<LawEntry>} entries
   * @param {Uint16Array} table
   * @returns {Set<string>}
   */
  function lawsNamed(name, entries, table) {
    const wanted = fold(name, table).replace(COUNTRY, "");
    /** @type {string[][]} */
    const levels = [[], [], []];
    for (const entry of wanted ? entries : []) {
      const names = namesOf(entry, table);
      if (names.some((one) => one === wanted)) {
        levels[0]?.push(entry.law);
      } else if (wanted.length > 1 && names.some((one) => one.includes(wanted))) {
        levels[1]?.push(entry.law);
      } else if (wanted.length >= SHORTEST_ABBREVIATION && names.some((one) => shortens(wanted, one))) {
        levels[2]?.push(entry.law);
      }
    }
    return new Set(levels.find((level) => level.length) ?? []);
  }

  /**
   * @param {LawEntry} entry
   * @param {Uint16Array} table
   * @returns {string[]} folded, with and without what stands in brackets
   */
  function namesOf(entry, table) {
    let names = knownNames.get(entry);
    if (!names) {
      const plain = [...entry.title, ...entry.short].flatMap((one) => [one, one.replace(/[（(][^（）()]*[）)]/g, "")]);
      names = [...new Set(plain.map((one) => fold(one, table).replace(COUNTRY, "")))].filter(Boolean);
      knownNames.set(entry, names);
    }
    return names;
  }

  /**
   * 民诉法 is 民事诉讼法: its characters in order, from the first to the last.
   *
   * @param {string} short
   * @param {string} name
   */
  function shortens(short, name) {
    let at = -1;
    for (const char of short) {
      at = name.indexOf(char, at + 1);
      if (at < 0) {
        return false;
      }
    }
    return name[0] === short[0] && name[name.length - 1] === short[short.length - 1];
  }

  /**
   * @param {Plan} plan
   * @param {Index} index
   * @param {LawEntry | undefined} entry
   * @param {Uint16Array} table
   * @returns {{cited: Hit[], notices: Notice[]}}
   */
  function lookUp(plan, index, entry, table) {
    const head = (/** @type {number} */ doc) => headOf(index, doc);
    /** @type {Hit[]} */
    const cited = [];
    /** @type {Notice[]} */
    const notices = [];
    for (const wanted of plan.citation?.wanted ?? []) {
      const places = placesOf(wanted, index, head);
      cited.push(...places.map(({ doc, fragment, missing }) => ({ ...hitAt(index, doc, fragment), missing })));
      if (!places.length && "provision" in wanted) {
        notices.push(...notice(wanted, index, head));
      }
    }
    if (!plan.citation) {
      cited.push(...called(fold(plan.query, table), index, entry, table));
    }
    const seen = new Set();
    return { cited: cited.filter((h) => !seen.has(`${h.doc} ${h.fragment}`) && seen.add(`${h.doc} ${h.fragment}`)), notices };
  }

  /**
   * The law, headings and parts that are called just so: 總則, 起草說明.
   *
   * @param {string} name
   * @param {Index} index
   * @param {LawEntry | undefined} entry
   * @param {Uint16Array} table
   * @returns {Hit[]}
   */
  function called(name, index, entry, table) {
    if (name.length < 2) {
      return [];
    }
    const isLaw = entry && namesOf(entry, table).includes(name.replace(COUNTRY, ""));
    const law = isLaw ? index.docs.findIndex((doc) => doc.kind === "law") : -1;
    return [...(law < 0 ? [] : [law]), ...(headingsOf(index).get(name) ?? [])].map((doc) => hitAt(index, doc, ""));
  }

  /**
   * Headings and parts by what they are called, with their label and without.
   *
   * @param {Index} index
   * @returns {Map<string, number[]>}
   */
  function headingsOf(index) {
    let headings = knownHeadings.get(index);
    if (!headings) {
      headings = new Map();
      for (const [i, doc] of index.docs.entries()) {
        const head = doc.head && NAMED.includes(doc.kind) ? headOf(index, i) : "";
        for (const name of head ? new Set([head, head.replace(HEADING_LABEL, "")]) : []) {
          headings.set(name, [...(headings.get(name) ?? []), i]);
        }
      }
      knownHeadings.set(index, headings);
    }
    return headings;
  }

  /**
   * @param {{provision: import("../provision.js").Provision, range?: import("./citation.js").Range}} wanted
   * @param {Index} index
   * @param {(doc: number) => string} head
   * @returns {Notice[]}
   */
  function notice({ provision, range }, index, head) {
    const [, number = "0", insert = ""] = /^art-(\d+)(?:-z(\d+))?$/.exec(provision.article) ?? [];
    const last = [...articlesOf(index).values()].pop();
    if (last === undefined) {
      return [];
    }
    const count = Number(/^art-(\d+)/.exec(index.docs[last]?.page ?? "")?.[1]);
    if (Number(number) > count) {
      return [{ kind: "beyond", count, last: hitAt(index, last, "") }];
    }
    const plain = { ...provision, article: `art-${number}`, paragraph: Number(insert), item: 0, subitem: 0, open: 0 };
    const paragraph = insert ? placesOf({ provision: plain }, index, head).filter((p) => !p.missing) : [];
    const offers = [...paragraph, ...(range ? placesOf(range, index, head) : [])];
    return [{ kind: "absent", article: provision.article, offers: offers.map((p) => hitAt(index, p.doc, p.fragment)) }];
  }

  /**
   * @param {Index} index
   * @param {number} doc
   * @param {string} fragment
   * @returns {Hit}
   */
  function hitAt(index, doc, fragment) {
    const { kind = "", page = "", at = [], within = "" } = index.docs[doc] ?? {};
    const start = index.first[doc] ?? 0;
    const lines = at.flatMap((f, i) => (!fragment || f === fragment ? [start + i] : []));
    return { kind, doc, page, fragment, within, tier: 0, lines, places: 0, missing: false };
  }

  /**
   * The folded heading of a doc.
   *
   * @param {Index} index
   * @param {number} doc
   */
  function headOf(index, doc) {
    const line = index.first[doc] ?? 0;
    return index.folded.slice(index.starts[line], (index.starts[line + 1] ?? 1) - 1);
  }

  const exports = { lawsNamed, lookUp };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
