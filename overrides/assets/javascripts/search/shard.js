"use strict";
/**
 * One law's text as the search box gets it, made ready for finding: the folded text, and each line in
 * either script when it is asked for.
 *
 * @typedef {string} Kind `provision`, `opinion`: the kinds of pages say which there are (build_tools/pages/kinds)
 * @typedef {"Hant" | "Hans"} Script
 *
 * @typedef {object} Doc one article, opinion, section or part; each of its lines has a fragment in `at`
 * @property {Kind} kind
 * @property {string} page below the edition's front page: `art-57`; "" is the front page
 * @property {string[]} at fragments of its lines, `p2-i3`; "" is the page itself
 * @property {boolean} head the first line is the heading (第五十七條)
 * @property {boolean} hans its lines were written in Simplified
 * @property {string} within the outermost heading that it, or the article it is about, stands under; "" for none
 *
 * @typedef {[law: string, edition: string, marks: string, names: string, ownHant: string, ownHans: string,
 *   fix: string, text: string, full?: Record<string, string>, odd?: number[], kinds?: Kind[]]} Shard
 *   the text of one edition, in the script it was written in, and how the other one differs:
 *   marks: documents by what follows from the one before, `Ka1MppMp`; a capital for a document, small letters for its
 *     lines: build_tools/search/doc_list.py has the letters
 *   names: pages, fragments and headings that do not follow
 *   ownHant, ownHans: counterparts that these lines use instead of the usual ones: 条條…
 *   fix: `3.17髮0.25復`, 3 lines on, at character 17, the other script has 髮
 *   text: all lines but those that the marks tell (第一條), each ended by a line feed
 *   full: whole lines of the other script, where it is longer or shorter
 *   odd: lines whose other script folds to something else, each by its distance from the one before
 *   kinds: if they are not those of the site
 *
 * @typedef {Map<string, string>} Pairs
 * @typedef {{fold: string, both?: number, other?: [string, string], kinds?: Kind[],
 *   laws?: {law: string, title: [string, string]}[]}} Listed what the list of laws says
 * @typedef {{usual: [Pairs, Pairs], kinds: Kind[], titles: Map<string, [string, string]>}} Site what all shards
 *   share: usual counterparts, from Hant and from Hans, the kinds of documents, the titles of the laws
 *
 * @typedef {object} Index
 * @property {string} law
 * @property {string} edition
 * @property {Doc[]} docs
 * @property {Uint32Array} first the first line of each doc, and the number of lines
 * @property {string} folded
 * @property {Uint32Array} starts where each folded line begins
 * @property {Uint32Array} owner the line that a folded line belongs to
 * @property {Written} written what `lineOf` reads
 *
 * @typedef {object} Written
 * @property {string} text
 * @property {Uint32Array} starts
 * @property {Uint8Array} hans
 * @property {Pairs[][]} pairs own, then usual ones; from Hant, from Hans
 * @property {Map<number, [number, string][]>} fix
 * @property {Record<string, string>} full
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("../provision.js")} */
  const { writeNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");
  /** @type {Partial<Record<string, RegExp>>} what a mark of the list goes on from */
  const BEFORE = { p: /^()p(\d+)/, i: /^(p\d+-i)(\d+)/, s: /^(p\d+-i\d+-s)(\d+)/, n: /^(.*?)(\d+)$/ };
  /** @type {Map<string, string>} each fragment and page is one string, however many laws there are */
  const known = new Map();

  /**
   * @param {Listed} listed
   * @returns {Site}
   */
  function readSite({ fold: folds, both = 0, other = ["", ""], kinds = [], laws = [] }) {
    const all = pairsOf(folds);
    const back = all.slice(0, both).map(([a, b]) => /** @type {[string, string]} */ ([b, a]));
    const titles = new Map(laws.map(({ law, title }) => /** @type {[string, [string, string]]} */ ([law, title])));
    return { usual: [new Map([...all, ...pairsOf(other[0])]), new Map([...back, ...pairsOf(other[1])])], kinds, titles };
  }

  /**
   * @param {string} text
   * @returns {[string, string][]}
   */
  function pairsOf(text) {
    const chars = Array.from(text);
    return chars.flatMap((c, i) => (i % 2 ? [] : [/** @type {[string, string]} */ ([c, chars[i + 1] ?? c])]));
  }

  /**
   * @param {Shard} shard
   * @param {Uint16Array} table
   * @param {Site} [site]
   * @returns {Index}
   */
  function makeIndex(shard, table, site = readSite({ fold: "" })) {
    const [law, edition, , , ownHant, ownHans, fix, , full = {}, odds = []] = shard;
    const { docs, text } = readDocs(shard, site);
    const first = new Uint32Array(docs.length + 1);
    docs.forEach((doc, i) => (first[i + 1] = (first[i] ?? 0) + doc.at.length));
    const count = first[docs.length] ?? 0;
    const hans = new Uint8Array(count);
    docs.forEach((doc, i) => doc.hans && hans.fill(1, first[i], first[i + 1]));
    /** @type {Written["pairs"]} */
    const pairs = [[ownHant, ownHans].map((own) => new Map(pairsOf(own))), site.usual];
    const written = { text, starts: startsOf(text, count), hans, pairs, fix: readFixes(fix), full };
    let folded = fold(text, table).slice(0, -1);
    const odd = sums(odds);
    for (const line of odd) {
      folded += `\n${fold(otherScript(written, line), table)}`;
    }
    const owner = Uint32Array.from({ length: count + odd.length }, (_, i) => (i < count ? i : odd[i - count] ?? 0));
    const starts = startsOf(`${folded}\n`, owner.length);
    return { law, edition, docs, first, folded, starts, owner, written };
  }

  /**
   * Where each line begins, and where one more would.
   *
   * @param {string} text each line ended by a line feed
   * @param {number} count
   */
  function startsOf(text, count) {
    const starts = new Uint32Array(count + 1);
    for (let i = 1; i <= count; i++) {
      starts[i] = text.indexOf("\n", starts[i - 1]) + 1;
    }
    return starts;
  }

  /** @param {number[]} gaps */
  function sums(gaps) {
    let at = 0;
    return gaps.map((gap) => (at += gap));
  }

  /**
   * The documents, and the text with the headings that the list tells.
   *
   * @param {Shard} shard
   * @param {Site} site
   */
  function readDocs([law, , marks, names, , , , lines, , , kinds], site) {
    /** @type {Doc[]} */
    const docs = [];
    const name = names.split(" ").values();
    const nextName = () => name.next().value ?? "";
    let [text, at, kind, flags, within, page, line] = ["", 0, "", 0, "", "", ""];
    for (let i = 0; i < marks.length; i++) {
      const mark = marks[i] ?? "";
      if (mark === "K") {
        kind = (kinds ?? site.kinds)[marks.charCodeAt(++i) - 97] ?? "";
        flags = Number(marks[++i]);
      } else if (mark === "W" || mark === "V") {
        within = mark === "W" ? nextName() : follow("n", within);
      } else if (mark < "a") {
        page = mark === "X" ? nextName() : mark === "S" ? page : follow("n", page);
        docs.push({ kind, page, at: [], head: (flags & 1) > 0, hans: (flags & 2) > 0, within });
      }
      if (mark >= "a" || mark === "M") {
        line = mark === "x" ? nextName() : mark === "e" ? line : follow(mark, mark === "f" ? page : line);
        docs[docs.length - 1]?.at.push(line);
        const end = lines.indexOf("\n", at) + 1;
        if (mark === "l" || mark === "M") {
          text += `${labelOf(page, (flags & 2) > 0)}\n`;
        } else if (mark === "t") {
          text += `${site.titles.get(law)?.[flags & 2 ? 1 : 0] ?? ""}\n`;
        } else {
          text += lines.slice(at, end);
          at = end;
        }
      }
    }
    return { docs, text };
  }

  /**
   * @param {string} page
   * @param {boolean} hans
   */
  function labelOf(page, hans) {
    const [, article, insert] = /^art-(\d+)(?:-z(\d+))?$/.exec(page) ?? [];
    return `第${writeNumeral(Number(article))}${hans ? "条" : "條"}${insert ? `之${writeNumeral(Number(insert))}` : ""}`;
  }

  /**
   * @param {string} mark
   * @param {string} before
   * @returns {string}
   */
  function follow(mark, before) {
    const key = mark + before;
    let next = known.get(key);
    if (next === undefined) {
      const [, stem, number] = BEFORE[mark]?.exec(before) ?? [];
      if (number) {
        next = `${mark === "p" ? "p" : stem}${Number(number) + 1}`;
      } else if (mark === "i" || mark === "s") {
        next = `${/^p\d+(?:-i\d+)?/.exec(before)?.[0]}-${mark}1`;
      } else {
        const others = /** @type {Partial<Record<string, string>>} */ ({ n: "art-1", p: "p1", f: `${before}-1` });
        next = others[mark] ?? "";
      }
      known.set(key, next);
    }
    return next;
  }

  /**
   * @param {string} text
   * @returns {Map<number, [number, string][]>} character and place, by line
   */
  function readFixes(text) {
    /** @type {Map<number, [number, string][]>} */
    const fixes = new Map();
    let line = 0;
    for (const [, gap, at, char] of text.matchAll(/(\d+)\.(\d+)(\D)/gu)) {
      line += Number(gap);
      fixes.set(line, [...(fixes.get(line) ?? []), [Number(at), char ?? ""]]);
    }
    return fixes;
  }

  /**
   * @param {Written} written
   * @param {number} line
   */
  function ownScript({ text, starts }, line) {
    return text.slice(starts[line], (starts[line + 1] ?? 1) - 1);
  }

  /**
   * A line in the script it was not written in, put together when it is asked for.
   *
   * @param {Written} written
   * @param {number} line
   */
  function otherScript(written, line) {
    const whole = written.full[line];
    if (whole !== undefined) {
      return whole;
    }
    const side = written.hans[line] ? 1 : 0;
    const [own, usual] = written.pairs.map((pairs) => pairs[side]);
    const chars = Array.from(ownScript(written, line), (c) => own?.get(c) ?? usual?.get(c) ?? c);
    written.fix.get(line)?.forEach(([at, char]) => (chars[at] = char));
    return chars.join("");
  }

  /**
   * @param {Index} index
   * @param {number} line
   * @param {Script} script
   */
  function lineOf({ written }, line, script) {
    return Boolean(written.hans[line]) === (script === "Hans") ? ownScript(written, line) : otherScript(written, line);
  }

  const exports = { makeIndex, lineOf, readSite };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
